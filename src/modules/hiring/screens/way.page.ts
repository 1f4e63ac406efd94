import { page } from '../../../web/page.ts';

export default page({
  path: '/path/$from/$id',
  title: 'hiring:screen.way.title',
  layout: 'desk',

  right: 'hiring.path.read',
  load: () => import('./way.screen.tsx'),
});
