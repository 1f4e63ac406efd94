import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-appeals',
  title: 'exams:screen.appeals.title',
  layout: 'desk',
  menu: { icon: 'document', order: 40, section: 'exams' },
  right: 'exams.appeal.read',
  load: () => import('./appeals.screen.tsx'),
});
