import { page } from '../../../web/page.ts';

export default page({
  path: '/demo/mail',
  title: 'mail:demo.title',
  layout: 'public',
  load: () => import('./demo-mail.screen.tsx'),
});
