import { page } from '../../../web/page.ts';

export default page({
  path: '/practice/$id',
  title: 'practice:screen.plan.title',
  layout: 'desk',
  right: 'practice.placement.read',
  load: () => import('./board.screen.tsx'),
});
