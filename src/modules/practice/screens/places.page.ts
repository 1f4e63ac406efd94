import { page } from '../../../web/page.ts';

export default page({
  path: '/practice-places',
  title: 'practice:screen.places.title',
  layout: 'desk',
  menu: { icon: 'seat', order: 32, section: 'practice' },
  right: 'practice.offer.read',
  load: () => import('./places.screen.tsx'),
});
