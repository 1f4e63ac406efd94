import { page } from '../../../web/page.ts';

export default page({
  path: '/classifiers/$list/upload',
  title: 'classifiers:items.upload',
  layout: 'desk',
  right: 'classifiers.list.upload',
  load: () => import('./upload.screen.tsx'),
});
