import { page } from '../../../web/page.ts';

export default page({
  path: '/vacancies',
  title: 'needs:vacancies.title',
  layout: 'desk',
  menu: { icon: 'search', order: 26, section: 'need' },
  right: 'needs.vacancy.read',
  load: () => import('./vacancies.screen.tsx'),
});
