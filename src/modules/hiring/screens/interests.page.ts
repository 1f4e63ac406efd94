import { page } from '../../../web/page.ts';

export default page({
  path: '/interests',
  title: 'hiring:screen.interests.title',
  layout: 'desk',
  menu: { icon: 'graduate', order: 10, section: 'hiring' },
  right: 'hiring.interest.read',
  load: () => import('./interests.screen.tsx'),
});
