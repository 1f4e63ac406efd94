import { page } from '../../../web/page.ts';

export default page({
  path: '/campaigns',
  title: 'needs:campaigns.title',
  layout: 'desk',
  menu: { icon: 'calendar', order: 22, section: 'need' },
  right: 'needs.campaign.read',
  load: () => import('./campaigns.screen.tsx'),
});
