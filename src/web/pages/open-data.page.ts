import { page } from '../page.ts';

export default page({
  path: '/open-data',
  title: 'web:openData.title',
  layout: 'public',
  menu: { icon: 'download', order: 9 },
  load: () => import('./open-data/open-data.screen.tsx'),
});
