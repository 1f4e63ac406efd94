import { page } from '../../../web/page.ts';

export default page({
  path: '/my-seats',
  title: 'order:screen.mine.title',
  layout: 'desk',
  menu: { icon: 'graduate', order: 50 },
  right: 'order.seat.read',
  load: () => import('./my-seats.screen.tsx'),
});
