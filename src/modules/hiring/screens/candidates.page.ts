import { page } from '../../../web/page.ts';

export default page({
  path: '/candidates',
  title: 'hiring:screen.candidates.title',
  layout: 'desk',
  menu: { icon: 'people', order: 20, section: 'hiring' },
  right: 'hiring.candidate.read',
  load: () => import('./candidates.screen.tsx'),
});
