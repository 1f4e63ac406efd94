import { page } from '../../../web/page.ts';

export default page({
  path: '/order/$id',
  title: 'order:screen.order.title',
  layout: 'desk',
  right: 'order.variant.read',
  load: () => import('./order.screen.tsx'),
});
