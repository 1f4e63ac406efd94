import { page } from '../../../web/page.ts';

export default page({
  path: '/exam-repeats',
  title: 'exams:rooms.repeats.title',
  layout: 'desk',
  menu: { icon: 'renew', order: 42, section: 'exams' },
  right: 'exams.session.plan',
  load: () => import('./repeats.screen.tsx'),
});
