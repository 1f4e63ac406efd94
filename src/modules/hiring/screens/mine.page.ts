import { page } from '../../../web/page.ts';

export default page({
  path: '/my-work',
  title: 'hiring:screen.mine.title',
  layout: 'desk',
  menu: { icon: 'handshake', order: 10, section: 'hiring' },
  right: 'hiring.own.read',
  load: () => import('./mine.screen.tsx'),
});
