import { page } from '../../../web/page.ts';

export default page({
  path: '/programmes',
  title: 'programmes:screen.programme.title',
  layout: 'desk',
  menu: { icon: 'book', order: 31, section: 'study' },
  right: 'programmes.programme.read',
  load: () => import('./programmes.screen.tsx'),
});
