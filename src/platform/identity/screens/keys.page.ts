import { page } from '../../../web/page.ts';

export default page({
  path: '/keys',
  title: 'identity:keys.title',
  layout: 'desk',
  menu: { icon: 'link', order: 80, section: 'admin' },
  right: 'identity.service.manage',
  load: () => import('./keys.screen.tsx'),
});
