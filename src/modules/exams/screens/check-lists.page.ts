import { page } from '../../../web/page.ts';

export default page({
  path: '/check-experts',
  title: 'exams:staffing.paste.title',
  layout: 'public',
  menu: { icon: 'check', order: 31 },
  load: () => import('./check-lists.screen.tsx'),
});
