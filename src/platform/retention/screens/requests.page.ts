import { page } from '../../../web/page.ts';

export default page({
  path: '/data-requests',
  title: 'retention:desk.title',
  layout: 'desk',
  menu: { icon: 'mail', order: 60, section: 'admin' },
  right: 'retention.request.answer',
  load: () => import('./requests.screen.tsx'),
});
