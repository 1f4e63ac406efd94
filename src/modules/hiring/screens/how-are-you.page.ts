import { page } from '../../../web/page.ts';

export default page({
  path: '/how-are-you',
  title: 'hiring:screen.howAreYou.title',
  layout: 'public',

  load: () => import('./how-are-you.screen.tsx'),
});
