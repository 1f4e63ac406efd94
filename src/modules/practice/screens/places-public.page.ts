import { page } from '../../../web/page.ts';

export default page({
  path: '/practice-in-region',
  title: 'practice:round.screen.region.title',
  layout: 'public',
  menu: { icon: 'factory', order: 4 },
  load: () => import('./places-public.screen.tsx'),
});
