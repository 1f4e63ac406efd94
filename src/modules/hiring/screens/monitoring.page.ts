import { page } from '../../../web/page.ts';

export default page({
  path: '/monitoring',
  title: 'hiring:screen.monitoring.title',
  layout: 'desk',
  menu: { icon: 'document', order: 80, section: 'hiring' },
  right: 'hiring.form.read',
  load: () => import('./monitoring.screen.tsx'),
});
