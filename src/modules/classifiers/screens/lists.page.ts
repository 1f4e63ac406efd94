import { page } from '../../../web/page.ts';

export default page({
  path: '/classifiers',
  title: 'classifiers:lists.title',
  layout: 'desk',
  menu: { icon: 'book', order: 60, section: 'data' },
  right: 'classifiers.list.read',
  load: () => import('./lists.screen.tsx'),
});
