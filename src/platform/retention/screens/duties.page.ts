import { page } from '../../../web/page.ts';

export default page({
  path: '/retention',
  title: 'retention:duties.title',
  layout: 'desk',
  menu: { icon: 'clock', order: 70, section: 'admin' },
  right: 'retention.duty.read',
  load: () => import('./duties.screen.tsx'),
});
