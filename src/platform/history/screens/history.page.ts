import { page } from '../../../web/page.ts';

export default page({
  path: '/history',
  title: 'history:page.title',
  layout: 'desk',
  menu: { icon: 'history', order: 75, section: 'admin' },
  right: 'history.entry.read',
  load: () => import('./history.screen.tsx'),
});
