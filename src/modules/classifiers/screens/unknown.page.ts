import { page } from '../../../web/page.ts';

export default page({
  path: '/unknown-codes',
  title: 'classifiers:unknown.title',
  layout: 'desk',
  right: 'classifiers.unknown.read',
  load: () => import('./unknown.screen.tsx'),
});
