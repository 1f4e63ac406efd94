import { page } from '../../../web/page.ts';

export default page({
  path: '/tasks',
  title: 'tasks:title',
  layout: 'desk',
  menu: { icon: 'home', order: 0, count: 'tasks' },
  right: 'tasks.task.read',
  load: () => import('./tasks.screen.tsx'),
});
