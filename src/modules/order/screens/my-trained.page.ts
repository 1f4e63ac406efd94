import { page } from '../../../web/page.ts';

export default page({
  path: '/my-trained',
  title: 'order:screen.trained.title',
  layout: 'desk',
  menu: { icon: 'graduate', order: 22 },
  right: 'order.trained.read',
  load: () => import('./my-trained.screen.tsx'),
});
