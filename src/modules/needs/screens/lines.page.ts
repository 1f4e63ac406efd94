import { page } from '../../../web/page.ts';

export default page({
  path: '/needs',
  title: 'needs:lines.title',
  layout: 'desk',
  menu: { icon: 'factory', order: 20, section: 'need' },
  right: 'needs.campaign.read',
  load: () => import('./lines.screen.tsx'),
});
