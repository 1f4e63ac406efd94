import { page } from '../../../web/page.ts';

export default page({
  path: '/agreements/new',
  title: 'agreements:form.newTitle',
  layout: 'desk',
  right: 'agreements.agreement.edit',
  load: () => import('./new-agreement.screen.tsx'),
});
