import { page } from '../page.ts';

export default page({
  path: '/',
  title: 'web:home.title',
  layout: 'public',
  menu: { icon: 'home', order: 1, title: 'web:home.menu' },
  load: () => import('./home/home.screen.tsx'),
});
