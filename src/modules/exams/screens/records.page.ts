import { page } from '../../../web/page.ts';

export default page({
  path: '/exams/$id/records',
  title: 'exams:rooms.records.title',
  layout: 'desk',
  right: 'exams.session.read',
  load: () => import('./records.screen.tsx'),
});
