import { page } from '../../../web/page.ts';

export default page({
  path: '/appraisal',
  title: 'practice:appraisal.screen.title',
  layout: 'bare',
  load: () => import('./appraisal.screen.tsx'),
});
