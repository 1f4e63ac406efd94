import { page } from '../../../web/page.ts';

export default page({
  path: '/my-needs/upload',
  title: 'needs:upload.title',
  layout: 'desk',
  right: 'needs.line.edit',
  load: () => import('./upload.screen.tsx'),
});
