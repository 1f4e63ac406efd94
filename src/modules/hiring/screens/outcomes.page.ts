import { page } from '../../../web/page.ts';

export default page({
  path: '/outcomes',
  title: 'hiring:screen.outcomes.title',
  layout: 'desk',
  menu: { icon: 'chart', order: 70, section: 'hiring' },
  right: 'hiring.outcome.read',
  load: () => import('./outcomes.screen.tsx'),
});
