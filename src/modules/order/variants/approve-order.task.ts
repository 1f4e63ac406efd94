import { defineTask } from '../../../platform/tasks/index.ts';

export const approveOrderTask = defineTask({
  kind: 'order.approve',
  titleKey: 'order:task.approve.title',
  actKey: 'order:task.approve.act',
  path: ({ id }) => `/order/${id}`,
});
