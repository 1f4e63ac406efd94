import { defineTask } from '../../../platform/tasks/index.ts';

/** To who prepares the order: a college does not agree. */
export const readObjectionsTask = defineTask({
  kind: 'order.objection',
  titleKey: 'order:task.objection.title',
  actKey: 'order:task.objection.act',
  path: ({ id }) => `/order/${id}`,
});
