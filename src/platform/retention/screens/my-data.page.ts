import { page } from '../../../web/page.ts';

export default page({
  path: '/my-data',
  title: 'retention:mine.title',
  layout: 'desk',
  right: 'retention.myData.read',
  load: () => import('./my-data.screen.tsx'),
});
