import { page } from '../../../web/page.ts';

export default page({
  path: '/guardian',
  title: 'practice:guardian.screen.title',
  layout: 'bare',
  load: () => import('./guardian.screen.tsx'),
});
