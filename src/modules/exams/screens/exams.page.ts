import { page } from '../../../web/page.ts';

export default page({
  path: '/exams',
  title: 'exams:screen.exams.title',
  layout: 'desk',
  menu: { icon: 'calendar', order: 10, section: 'exams' },
  right: 'exams.session.read',
  load: () => import('./exams.screen.tsx'),
});
