import { page } from '../../../web/page.ts';

export default page({
  path: '/exams/$id/replace',
  title: 'exams:staffing.repair.title',
  layout: 'desk',
  right: 'exams.staffing.lead',
  load: () => import('./repair.screen.tsx'),
});
