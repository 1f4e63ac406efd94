import { page } from '../../../web/page.ts';

export default page({
  path: '/students/$id',
  title: 'programmes:screen.student.title',
  layout: 'desk',
  right: 'programmes.student.read',
  load: () => import('./student.screen.tsx'),
});
