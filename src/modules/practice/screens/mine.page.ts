import { page } from '../../../web/page.ts';

export default page({
  path: '/my-practice',
  title: 'practice:screen.mine.title',
  layout: 'desk',
  menu: { icon: 'calendar', order: 12 },
  right: 'practice.own.read',
  load: () => import('./mine.screen.tsx'),
});
