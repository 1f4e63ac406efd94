import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-federal',
  title: 'exams:rooms.federal.title',
  layout: 'desk',
  menu: { icon: 'upload', order: 55, section: 'exams' },
  right: 'exams.federal.exchange',
  load: () => import('./federal.screen.tsx'),
});
