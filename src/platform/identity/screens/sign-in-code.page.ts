import { page } from '../../../web/page.ts';

export default page({
  path: '/sign-in/code',
  title: 'identity:code.title',
  layout: 'bare',
  load: () => import('./sign-in-code.screen.tsx'),
});
