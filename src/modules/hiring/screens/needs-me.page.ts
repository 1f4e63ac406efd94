import { page } from '../../../web/page.ts';

export default page({
  path: '/who-needs-me',
  title: 'hiring:screen.needsMe.title',
  layout: 'desk',
  menu: { icon: 'compass', order: 20, section: 'hiring' },
  right: 'hiring.own.read',
  load: () => import('./needs-me.screen.tsx'),
});
