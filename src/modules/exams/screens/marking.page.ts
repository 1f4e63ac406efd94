import { page } from '../../../web/page.ts';

export default page({
  path: '/exams/$id/marking',
  title: 'exams:tablet.title',
  layout: 'own',
  right: 'exams.mark.read',
  load: () => import('./marking.screen.tsx'),
});
