import { page } from '../../../web/page.ts';

export default page({
  path: '/settings',
  title: 'rules:settings.title',
  layout: 'desk',
  menu: { icon: 'settings', order: 40, section: 'admin' },
  right: 'rules.setting.write',
  load: () => import('./settings.screen.tsx'),
});
