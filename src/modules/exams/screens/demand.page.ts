import { page } from '../../../web/page.ts';

export default page({
  path: '/expert-demand',
  title: 'exams:staffing.demand.title',
  layout: 'desk',
  menu: { icon: 'chart', order: 35, section: 'exams' },
  right: 'exams.staffing.read',
  load: () => import('./demand.screen.tsx'),
});
