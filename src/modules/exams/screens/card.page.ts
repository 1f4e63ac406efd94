import { page } from '../../../web/page.ts';

export default page({
  path: '/card/$token',
  title: 'exams:screen.card.title',
  // no right here: a page that asks for one opens a sign-in, and who scans the code is a stranger
  layout: 'public',
  load: () => import('./card.screen.tsx'),
});
