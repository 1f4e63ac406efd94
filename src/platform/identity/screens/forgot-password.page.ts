import { page } from '../../../web/page.ts';

export default page({
  path: '/forgot-password',
  title: 'identity:forgot.title',
  layout: 'bare',
  load: () => import('./forgot-password.screen.tsx'),
});
