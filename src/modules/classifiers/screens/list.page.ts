import { page } from '../../../web/page.ts';

export default page({
  path: '/classifiers/$list',
  title: 'classifiers:lists.title',
  layout: 'desk',
  right: 'classifiers.list.read',
  load: () => import('./list.screen.tsx'),
});
