import { page } from '../../../web/page.ts';

export default page({
  path: '/duplicates',
  title: 'registry:duplicates.title',
  layout: 'desk',
  right: 'registry.organisation.merge',
  load: () => import('./duplicates.screen.tsx'),
});
