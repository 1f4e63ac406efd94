import { page } from '../../../web/page.ts';

export default page({
  path: '/bodies/$id',
  title: 'bodies:list.title',
  layout: 'desk',
  right: 'bodies.body.read',
  load: () => import('./body.screen.tsx'),
});
