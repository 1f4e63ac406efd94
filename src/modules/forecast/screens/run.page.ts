import { page } from '../../../web/page.ts';

export default page({
  path: '/forecast/$id',
  title: 'forecast:screen.run.title',
  layout: 'desk',
  right: 'forecast.run.read',
  load: () => import('./run.screen.tsx'),
});
