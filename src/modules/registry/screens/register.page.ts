import { page } from '../../../web/page.ts';

export default page({
  path: '/register',
  title: 'registry:register.title',
  layout: 'public',
  load: () => import('./register.screen.tsx'),
});
