import { page } from '../../../../web/page.ts';

export default page({
  path: '/practice-forms',
  title: 'practice:form.screen.title',
  layout: 'desk',
  menu: { icon: 'book', order: 36, section: 'practice' },
  right: 'practice.form.read',
  load: () => import('./forms.screen.tsx'),
});
