import { page } from '../../../web/page.ts';

export default page({
  path: '/card/$token',
  title: 'exams:screen.card.title',
  layout: 'public',

  right: 'exams.card.check',
  load: () => import('./card.screen.tsx'),
});
