import { page } from '../../../web/page.ts';

export default page({
  path: '/my-exam',
  title: 'exams:screen.mine.title',
  layout: 'desk',
  menu: { icon: 'graduate', order: 14 },
  right: 'exams.own.read',
  load: () => import('./my-exam.screen.tsx'),
});
