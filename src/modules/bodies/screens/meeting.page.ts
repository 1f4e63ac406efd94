import { page } from '../../../web/page.ts';

export default page({
  path: '/meetings/$id',
  title: 'bodies:body.protocol',
  layout: 'desk',
  right: 'bodies.body.read',
  load: () => import('./meeting.screen.tsx'),
});
