import { page } from '../../../web/page.ts';

export default page({
  path: '/invitation',
  title: 'registry:accept.title',
  layout: 'bare',
  load: () => import('./invitation.screen.tsx'),
});
