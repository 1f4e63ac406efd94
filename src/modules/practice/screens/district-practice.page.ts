import { page } from '../../../web/page.ts';

export default page({
  path: '/district-practice',
  title: 'practice:district.screen.title',
  layout: 'desk',
  menu: { icon: 'place', order: 61 },
  right: 'practice.district.read',
  load: () => import('./district-practice.screen.tsx'),
});
