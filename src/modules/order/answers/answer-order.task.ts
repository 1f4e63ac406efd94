import { defineTask } from '../../../platform/tasks/index.ts';

/** To a college: say whether it takes the seats proposed for it. */
export const answerOrderTask = defineTask({
  kind: 'order.answer',
  titleKey: 'order:task.answer.title',
  actKey: 'order:task.answer.act',
  path: () => '/my-seats',
});
