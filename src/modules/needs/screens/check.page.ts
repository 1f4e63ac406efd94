import { page } from '../../../web/page.ts';

export default page({
  path: '/check',
  title: 'needs:check.title',
  layout: 'public',
  menu: { icon: 'check', order: 30 },
  load: () => import('./check.screen.tsx'),
});
