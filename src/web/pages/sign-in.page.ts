import { page } from '../page.ts';

export default page({
  path: '/sign-in',
  title: 'web:signIn.title',
  layout: 'bare',
  load: () => import('./sign-in.screen.tsx'),
});
