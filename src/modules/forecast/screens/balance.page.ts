import { page } from '../../../web/page.ts';

export default page({
  path: '/balance',
  title: 'forecast:screen.balance.title',
  layout: 'desk',
  menu: { icon: 'balance', order: 30 },
  right: 'forecast.balance.read',
  load: () => import('./balance.screen.tsx'),
});
