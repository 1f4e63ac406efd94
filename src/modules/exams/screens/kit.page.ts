import { page } from '../../../web/page.ts';

export default page({
  path: '/kits/$id',
  title: 'exams:screen.kit.title',
  layout: 'desk',

  right: 'exams.kit.read',
  load: () => import('./kit.screen.tsx'),
});
