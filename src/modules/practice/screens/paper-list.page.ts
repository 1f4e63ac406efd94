import { page } from '../../../web/page.ts';

export default page({
  path: '/practice-papers',
  title: 'practice:papers.screen.title',
  layout: 'desk',
  menu: { icon: 'document', order: 31, section: 'practice' },
  right: 'practice.paper.make',
  load: () => import('./paper-list.screen.tsx'),
});
