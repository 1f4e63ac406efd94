import { page } from '../../../web/page.ts';

export default page({
  path: '/people',
  title: 'registry:people.title',
  layout: 'desk',
  menu: { icon: 'people', order: 55, section: 'data' },
  right: 'registry.assignment.read',
  load: () => import('./people.screen.tsx'),
});
