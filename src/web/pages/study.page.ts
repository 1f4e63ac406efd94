import { page } from '../page.ts';

export default page({
  path: '/study',
  title: 'web:study.title',
  layout: 'public',
  menu: { icon: 'graduate', order: 2 },
  load: () => import('./study/study.screen.tsx'),
});
