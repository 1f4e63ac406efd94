import { page } from '../../../web/page.ts';

export default page({
  path: '/bodies',
  title: 'bodies:list.title',
  layout: 'desk',
  menu: { icon: 'people', order: 47, section: 'work' },
  right: 'bodies.body.read',
  load: () => import('./bodies.screen.tsx'),
});
