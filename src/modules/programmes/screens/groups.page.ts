import { page } from '../../../web/page.ts';

export default page({
  path: '/groups',
  title: 'programmes:screen.group.title',
  layout: 'desk',
  menu: { icon: 'people', order: 33, section: 'study' },
  right: 'programmes.group.read',
  load: () => import('./groups.screen.tsx'),
});
