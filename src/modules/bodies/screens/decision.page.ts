import { page } from '../../../web/page.ts';

export default page({
  path: '/decisions/$id',
  title: 'bodies:body.markDone',
  layout: 'desk',
  right: 'bodies.decision.done',
  load: () => import('./decision.screen.tsx'),
});
