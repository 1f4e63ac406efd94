import { page } from '../../../web/page.ts';

export default page({
  path: '/organisations',
  title: 'registry:organisations.title',
  layout: 'desk',
  menu: { icon: 'building', order: 50, section: 'data' },
  right: 'registry.organisation.read',
  load: () => import('./organisations.screen.tsx'),
});
