import { page } from '../../../web/page.ts';

export default page({
  path: '/groups/$id',
  title: 'programmes:screen.group.title',
  layout: 'desk',
  right: 'programmes.group.read',
  load: () => import('./group.screen.tsx'),
});
