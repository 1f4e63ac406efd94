import { defineTask } from '../../platform/tasks/index.ts';

/** The enterprise names mentors and plans the briefing. */
export const traineesTask = defineTask({
  kind: 'practice.trainees',
  titleKey: 'practice:task.trainees',
  actKey: 'practice:task.traineesAct',
  path: () => '/trainees',
});

/** The student says whether they go away from home. */
export const leaveHomeTask = defineTask({
  kind: 'practice.leaveHome',
  titleKey: 'practice:task.leaveHome',
  actKey: 'practice:task.leaveHomeAct',
  path: () => '/my-practice',
});

/** A mentor has stopped: another is to be named. */
export const newMentorTask = defineTask({
  kind: 'practice.newMentor',
  titleKey: 'practice:task.newMentor',
  actKey: 'practice:task.newMentorAct',
  path: () => '/trainees',
});
