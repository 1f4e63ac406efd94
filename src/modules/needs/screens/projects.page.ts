import { page } from '../../../web/page.ts';

export default page({
  path: '/projects',
  title: 'needs:projects.title',
  layout: 'desk',
  menu: { icon: 'building', order: 24, section: 'need' },
  right: 'needs.project.read',
  load: () => import('./projects.screen.tsx'),
});
