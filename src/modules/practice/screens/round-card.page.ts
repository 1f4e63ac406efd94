import { page } from '../../../web/page.ts';

export default page({
  path: '/rounds/$id',
  title: 'practice:round.screen.card.back',
  layout: 'desk',
  right: 'practice.round.read',
  load: () => import('./round-card.screen.tsx'),
});
