import { page } from '../../../web/page.ts';

export default page({
  path: '/order/compare',
  title: 'order:screen.compare.title',
  layout: 'desk',
  right: 'order.variant.read',
  load: () => import('./compare.screen.tsx'),
});
