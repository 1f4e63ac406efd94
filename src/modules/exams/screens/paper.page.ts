import { page } from '../../../web/page.ts';

export default page({
  path: '/exams/$id/paper',
  title: 'exams:rooms.paper.title',
  layout: 'desk',
  right: 'exams.paper.type',
  load: () => import('./paper.screen.tsx'),
});
