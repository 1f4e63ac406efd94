import { page } from '../../../web/page.ts';

export default page({
  path: '/help/rules',
  title: 'rules:help.title',
  layout: 'public',
  load: () => import('./help-rules.screen.tsx'),
});
