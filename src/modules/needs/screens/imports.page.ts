import { page } from '../../../web/page.ts';

export default page({
  path: '/imports',
  title: 'needs:imports.title',
  layout: 'desk',
  menu: { icon: 'upload', order: 28, section: 'need' },
  right: 'needs.import.make',
  load: () => import('./imports.screen.tsx'),
});
