import { page } from '../../../web/page.ts';

export default page({
  path: '/places',
  title: 'registry:places.title',
  layout: 'desk',
  menu: { icon: 'place', order: 65, section: 'data' },
  right: 'registry.municipality.read',
  load: () => import('./places.screen.tsx'),
});
