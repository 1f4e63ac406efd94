import { page } from '../page.ts';

export default page({
  path: '/api-docs',
  title: 'web:apiDocs.title',
  layout: 'public',
  load: () => import('./api-docs/api-docs.screen.tsx'),
});
