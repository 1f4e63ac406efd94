import { page } from '../../../web/page.ts';

export default page({
  path: '/agreements/$id',
  title: 'agreements:list.title',
  layout: 'desk',
  right: 'agreements.agreement.read',
  load: () => import('./agreement.screen.tsx'),
});
