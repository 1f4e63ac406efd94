import { page } from '../../../web/page.ts';

export default page({
  path: '/l',
  title: 'links:title',
  layout: 'bare',
  load: () => import('./link.screen.tsx'),
});
