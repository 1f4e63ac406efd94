import { page } from '../../../web/page.ts';

export default page({
  path: '/my/consents',
  title: 'registry:consents.title',
  layout: 'desk',
  right: 'registry.consent.own',
  load: () => import('./consents.screen.tsx'),
});
