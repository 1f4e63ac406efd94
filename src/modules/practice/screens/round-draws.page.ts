import { page } from '../../../web/page.ts';

export default page({
  path: '/draws',
  title: 'practice:round.screen.draws.title',
  layout: 'public',
  load: () => import('./round-draws.screen.tsx'),
});
