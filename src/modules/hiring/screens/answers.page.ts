import { page } from '../../../web/page.ts';

export default page({
  path: '/my-offers',
  title: 'hiring:screen.mine.title',
  layout: 'desk',

  right: 'hiring.own.answer',
  load: () => import('./answers.screen.tsx'),
});
