import { page } from '../../../web/page.ts';

export default page({
  path: '/campaigns/$id',
  title: 'needs:campaigns.name',
  layout: 'desk',
  right: 'needs.campaign.read',
  load: () => import('./campaign.screen.tsx'),
});
