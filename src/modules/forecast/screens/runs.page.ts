import { page } from '../../../web/page.ts';

export default page({
  path: '/forecast',
  title: 'forecast:screen.runs.title',
  layout: 'desk',
  menu: { icon: 'chart', order: 20 },
  right: 'forecast.run.read',
  load: () => import('./runs.screen.tsx'),
});
