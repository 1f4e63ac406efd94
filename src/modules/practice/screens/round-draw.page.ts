import { page } from '../../../web/page.ts';

export default page({
  path: '/draws/$id',
  title: 'practice:round.screen.draws.title',
  layout: 'public',
  load: () => import('./round-draw.screen.tsx'),
});
