import { defineTask } from '../../../platform/tasks/index.ts';

export const confirmNeedsTask = defineTask({
  kind: 'needs.confirm',
  titleKey: 'needs:task.confirm.title',
  actKey: 'needs:task.confirm.act',
  path: () => '/my-needs',
});
