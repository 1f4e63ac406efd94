import { page } from '../../../web/page.ts';

export default page({
  path: '/bodies',
  title: 'bodies:list.title',
  layout: 'desk',
  menu: { icon: 'people', order: 75 },
  right: 'bodies.body.read',
  load: () => import('./bodies.screen.tsx'),
});
