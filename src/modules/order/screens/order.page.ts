import { page } from '../../../web/page.ts';

export default page({
  path: '/order',
  title: 'order:screen.order.title',
  layout: 'desk',
  menu: { icon: 'seat', order: 40 },
  right: 'order.variant.read',
  load: () => import('./order.screen.tsx'),
});
