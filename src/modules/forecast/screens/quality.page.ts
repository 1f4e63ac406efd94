import { page } from '../../../web/page.ts';

export default page({
  path: '/forecast/quality',
  title: 'forecast:screen.quality.title',
  layout: 'desk',
  right: 'forecast.run.read',
  load: () => import('./quality.screen.tsx'),
});
