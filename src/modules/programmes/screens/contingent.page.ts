import { page } from '../../../web/page.ts';

export default page({
  path: '/contingent',
  title: 'programmes:screen.contingent.title',
  layout: 'desk',
  menu: { icon: 'person', order: 35, section: 'study' },
  right: 'programmes.contingent.read',
  load: () => import('./contingent.screen.tsx'),
});
