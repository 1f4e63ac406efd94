import { page } from '../../../web/page.ts';

export default page({
  path: '/organisations/$id',
  title: 'registry:card.editTitle',
  layout: 'desk',
  right: 'registry.organisation.read',
  load: () => import('./organisation.screen.tsx'),
});
