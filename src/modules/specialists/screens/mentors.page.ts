import { page } from '../../../web/page.ts';

export default page({
  path: '/mentors',
  title: 'specialists:screen.title',
  layout: 'desk',
  menu: { icon: 'person', order: 34, section: 'practice' },
  right: 'specialists.mentor.read',
  load: () => import('./mentors.screen.tsx'),
});
