import { page } from '../../../web/page.ts';

export default page({
  path: '/hiring-offers',
  title: 'hiring:screen.offers.title',
  layout: 'desk',
  menu: { icon: 'handshake', order: 40, section: 'hiring' },
  right: 'hiring.offer.read',
  load: () => import('./offers.screen.tsx'),
});
