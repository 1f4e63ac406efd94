import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-boards',
  title: 'exams:rooms.boards.title',
  layout: 'desk',
  menu: { icon: 'people', order: 50, section: 'exams' },
  right: 'exams.board.read',
  load: () => import('./boards.screen.tsx'),
});
