import { page } from '../../../web/page.ts';

export default page({
  path: '/experts/$id',
  title: 'specialists:screen.experts.title',
  layout: 'desk',
  right: 'specialists.expert.read',
  load: () => import('./expert.screen.tsx'),
});
