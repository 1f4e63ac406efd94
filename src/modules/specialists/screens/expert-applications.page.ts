import { page } from '../../../web/page.ts';

export default page({
  path: '/expert-applications',
  title: 'specialists:screen.applications.title',
  layout: 'desk',
  right: 'specialists.application.decide',
  load: () => import('./expert-applications.screen.tsx'),
});
