import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-staffing',
  title: 'exams:staffing.screen.title',
  layout: 'desk',
  menu: { icon: 'seat', order: 30, section: 'exams' },
  right: 'exams.staffing.read',
  load: () => import('./staffings.screen.tsx'),
});
