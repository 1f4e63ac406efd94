import { page } from '../page.ts';

export default page({
  path: '/help/how',
  title: 'web:how.title',
  layout: 'public',
  load: () => import('./how/how.screen.tsx'),
});
