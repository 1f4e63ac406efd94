import { page } from '../../../web/page.ts';

export default page({
  path: '/college-files/$kind',
  title: 'programmes:screen.upload.title',
  layout: 'desk',
  right: 'programmes.import.make',
  load: () => import('./upload.screen.tsx'),
});
