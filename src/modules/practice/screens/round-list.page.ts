import { page } from '../../../web/page.ts';

export default page({
  path: '/rounds',
  title: 'practice:round.screen.list.title',
  layout: 'desk',
  menu: { icon: 'sort', order: 14, section: 'practice' },
  right: 'practice.round.read',
  load: () => import('./round-list.screen.tsx'),
});
