import { page } from '../../../web/page.ts';

export default page({
  path: '/whom-to-invite',
  title: 'hiring:screen.fitting.title',
  layout: 'desk',
  menu: { icon: 'search', order: 30, section: 'hiring' },
  right: 'hiring.candidate.read',
  load: () => import('./fitting.screen.tsx'),
});
