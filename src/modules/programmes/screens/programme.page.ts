import { page } from '../../../web/page.ts';

export default page({
  path: '/programmes/$id',
  title: 'programmes:screen.programme.title',
  layout: 'desk',
  right: 'programmes.programme.read',
  load: () => import('./programme.screen.tsx'),
});
