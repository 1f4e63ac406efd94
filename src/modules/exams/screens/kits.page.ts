import { page } from '../../../web/page.ts';

export default page({
  path: '/kits',
  title: 'exams:screen.kits.title',
  layout: 'desk',
  menu: { icon: 'book', order: 30, section: 'exams' },
  right: 'exams.kit.edit',
  load: () => import('./kits.screen.tsx'),
});
