import { page } from '../../../web/page.ts';

export default page({
  path: '/tablet-check',
  title: 'exams:screen.tablet.title',
  layout: 'desk',
  menu: { icon: 'check', order: 60, section: 'exams' },
  right: 'exams.mark.read',
  load: () => import('./tablet-check.screen.tsx'),
});
