import { page } from '../../../web/page.ts';

export default page({
  path: '/talent-pool',
  title: 'hiring:screen.pool.title',
  layout: 'desk',
  menu: { icon: 'star', order: 60, section: 'hiring' },
  right: 'hiring.pool.read',
  load: () => import('./pool.screen.tsx'),
});
