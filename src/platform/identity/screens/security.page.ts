import { page } from '../../../web/page.ts';

export default page({
  path: '/security',
  title: 'identity:security.title',
  layout: 'desk',
  right: 'identity.session.own',
  load: () => import('./security.screen.tsx'),
});
