import { page } from '../../../web/page.ts';

export default page({
  path: '/practice',
  title: 'practice:screen.year.title',
  layout: 'desk',
  menu: { icon: 'calendar', order: 30, section: 'practice' },
  right: 'practice.plan.read',
  load: () => import('./year.screen.tsx'),
});
