import { defineTask } from '../../platform/tasks/index.ts';

const page = ({ id }: { id: string }) => `/exams/${id}`;

/** What a confirmed exam rested on no longer holds. */
export const reopenedTask = defineTask({
  kind: 'exams.reopened',
  titleKey: 'exams:task.reopened',
  actKey: 'exams:task.open',
  path: page,
});

/** An expert is called to an exam and says whether he comes. */
export const seatTask = defineTask({
  kind: 'exams.seat',
  titleKey: 'exams:task.seat',
  actKey: 'exams:task.seatAct',
  path: () => '/my-exams',
});

/** Something happened after the start: the board decides. */
export const incidentTask = defineTask({
  kind: 'exams.incident',
  titleKey: 'exams:task.incident',
  actKey: 'exams:task.open',
  path: page,
});

/** A signed protocol has come to the board. */
export const gradeTask = defineTask({
  kind: 'exams.grade',
  titleKey: 'exams:task.grade',
  actKey: 'exams:task.gradeAct',
  path: page,
});

/** An appeal waits for the commission. */
export const appealTask = defineTask({
  kind: 'exams.appeal',
  titleKey: 'exams:task.appeal',
  actKey: 'exams:task.appealAct',
  path: () => '/exam-appeals',
});

/** The grade is there: the student may look at it, and appeal until the next working day. */
export const resultTask = defineTask({
  kind: 'exams.result',
  titleKey: 'exams:task.result',
  actKey: 'exams:task.resultAct',
  path: () => '/my-exam',
  dismissible: true,
});
