import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-programmes',
  title: 'exams:rooms.programmes.title',
  layout: 'desk',
  menu: { icon: 'book', order: 45, section: 'exams' },
  right: 'exams.board.read',
  load: () => import('./programmes.screen.tsx'),
});
