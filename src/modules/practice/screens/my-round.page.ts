import { page } from '../../../web/page.ts';

export default page({
  path: '/my-rounds',
  title: 'practice:round.screen.mine.title',
  layout: 'desk',
  menu: { icon: 'sort', order: 13, section: 'practice', title: 'practice:round.screen.mine.menu' },
  right: 'practice.own.read',
  load: () => import('./my-round.screen.tsx'),
});
