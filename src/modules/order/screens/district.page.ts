import { page } from '../../../web/page.ts';

export default page({
  path: '/district',
  title: 'order:screen.district.title',
  layout: 'desk',
  menu: { icon: 'place', order: 60 },
  right: 'order.district.read',
  load: () => import('./district.screen.tsx'),
});
