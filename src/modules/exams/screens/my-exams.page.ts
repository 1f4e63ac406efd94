import { page } from '../../../web/page.ts';

export default page({
  path: '/my-exams',
  title: 'exams:screen.seats.title',
  layout: 'desk',
  menu: { icon: 'calendar', order: 8 },
  right: 'exams.seat.answer',
  load: () => import('./my-exams.screen.tsx'),
});
