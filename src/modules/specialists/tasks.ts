import { defineTask } from '../../platform/tasks/index.ts';

/** The expert renews a right that ends soon. */
export const renewTask = defineTask({
  kind: 'specialists.renewRight',
  titleKey: 'specialists:task.renewRight',
  actKey: 'specialists:task.renewRightAct',
  path: () => '/my-expert',
});

/** The operator decides on a request for a right. */
export const applicationTask = defineTask({
  kind: 'specialists.application',
  titleKey: 'specialists:task.application',
  actKey: 'specialists:task.applicationAct',
  path: () => '/expert-applications',
});
