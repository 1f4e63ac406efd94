import { page } from '../../../web/page.ts';

export default page({
  path: '/my-expert',
  title: 'specialists:screen.myExpert.title',
  layout: 'desk',
  menu: { icon: 'person', order: 12, section: 'exams' },
  right: 'specialists.ownTest.take',
  load: () => import('./my-expert.screen.tsx'),
});
