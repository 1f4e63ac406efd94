import { page } from '../../../web/page.ts';

export default page({
  path: '/my-needs',
  title: 'needs:mine.title',
  layout: 'desk',
  menu: { icon: 'list', order: 20 },
  right: 'needs.line.confirm',
  load: () => import('./my-needs.screen.tsx'),
});
