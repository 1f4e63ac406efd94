import { page } from '../../../web/page.ts';

export default page({
  path: '/admission',
  title: 'programmes:screen.admission.title',
  layout: 'desk',
  menu: { icon: 'list', order: 32, section: 'study' },
  right: 'programmes.admission.read',
  load: () => import('./admission.screen.tsx'),
});
