import { page } from '../../../web/page.ts';

export default page({
  path: '/mentors/$id',
  title: 'specialists:screen.name',
  layout: 'desk',
  right: 'specialists.mentor.read',
  load: () => import('./mentor.screen.tsx'),
});
