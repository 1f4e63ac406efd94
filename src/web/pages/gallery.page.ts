import { page } from '../page.ts';

export default page({
  path: '/gallery',
  title: 'web:gallery.title',
  layout: 'own',
  load: () => import('./gallery/gallery.screen.tsx'),
});
