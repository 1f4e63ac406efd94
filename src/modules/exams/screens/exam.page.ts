import { page } from '../../../web/page.ts';

export default page({
  path: '/exams/$id',
  title: 'exams:screen.exam.title',
  layout: 'desk',

  right: 'exams.session.read',
  load: () => import('./exam.screen.tsx'),
});
