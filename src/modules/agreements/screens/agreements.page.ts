import { page } from '../../../web/page.ts';

export default page({
  path: '/agreements',
  title: 'agreements:list.title',
  layout: 'desk',
  menu: { icon: 'handshake', order: 70 },
  right: 'agreements.agreement.read',
  load: () => import('./agreements.screen.tsx'),
});
