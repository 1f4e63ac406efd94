import { page } from '../../../web/page.ts';

export default page({
  path: '/practice/$id/papers',
  title: 'practice:papers.screen.ofGroup',
  layout: 'desk',
  right: 'practice.paper.make',
  load: () => import('./paper-group.screen.tsx'),
});
