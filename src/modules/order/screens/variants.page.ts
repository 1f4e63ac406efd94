import { page } from '../../../web/page.ts';

export default page({
  path: '/order/variants',
  title: 'order:screen.variants.title',
  layout: 'desk',
  menu: { icon: 'variants', order: 45 },
  right: 'order.variant.read',
  load: () => import('./variants.screen.tsx'),
});
