import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-centres',
  title: 'exams:rooms.centres.title',
  layout: 'desk',
  menu: { icon: 'place', order: 32, section: 'exams' },
  right: 'exams.centre.read',
  load: () => import('./centres.screen.tsx'),
});
