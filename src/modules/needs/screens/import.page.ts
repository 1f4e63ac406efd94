import { page } from '../../../web/page.ts';

export default page({
  path: '/imports/$id',
  title: 'needs:imports.file',
  layout: 'desk',
  right: 'needs.import.make',
  load: () => import('./import.screen.tsx'),
});
