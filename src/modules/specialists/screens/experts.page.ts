import { page } from '../../../web/page.ts';

export default page({
  path: '/experts',
  title: 'specialists:screen.experts.title',
  layout: 'desk',
  menu: { icon: 'person', order: 40, section: 'exams' },
  right: 'specialists.expert.read',
  load: () => import('./experts.screen.tsx'),
});
