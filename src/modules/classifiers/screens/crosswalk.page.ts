import { page } from '../../../web/page.ts';

export default page({
  path: '/crosswalk',
  title: 'classifiers:crosswalk.title',
  layout: 'desk',
  right: 'classifiers.list.read',
  load: () => import('./crosswalk.screen.tsx'),
});
