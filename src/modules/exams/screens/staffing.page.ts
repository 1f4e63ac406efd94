import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-staffing/$id',
  title: 'exams:staffing.screen.title',
  layout: 'desk',
  right: 'exams.staffing.read',
  load: () => import('./staffing.screen.tsx'),
});
