import { page } from '../../../web/page.ts';

export default page({
  path: '/trainees',
  title: 'practice:screen.trainees.title',
  layout: 'desk',
  menu: { icon: 'people', order: 33, section: 'practice' },
  right: 'practice.trainee.read',
  load: () => import('./trainees.screen.tsx'),
});
