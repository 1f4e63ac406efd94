import { page } from '../../../web/page.ts';

export default page({
  path: '/hires',
  title: 'hiring:screen.hires.title',
  layout: 'desk',
  menu: { icon: 'check', order: 50, section: 'hiring' },
  right: 'hiring.hire.read',
  load: () => import('./hires.screen.tsx'),
});
