import { defineTask } from '../../../platform/tasks/index.ts';

export const mendOrderTask = defineTask({
  kind: 'order.mend',
  titleKey: 'order:task.mend.title',
  actKey: 'order:task.mend.act',
  path: ({ id }) => `/order/${id}`,
});
