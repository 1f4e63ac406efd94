import { page } from '../../../web/page.ts';

export default page({
  path: '/reset-password',
  title: 'identity:reset.title',
  layout: 'bare',
  load: () => import('./reset-password.screen.tsx'),
});
