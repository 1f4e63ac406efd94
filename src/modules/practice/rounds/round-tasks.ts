import { defineMail } from '../../../platform/mail/index.ts';
import { defineTask } from '../../../platform/tasks/index.ts';

/** The student ranks places, until the freezing. */
export const rankTask = defineTask({
  kind: 'practice.rank',
  titleKey: 'practice:round.task.rank',
  actKey: 'practice:round.task.rankAct',
  path: () => '/my-rounds',
});

/** The student says whether they take the place. */
export const confirmTask = defineTask({
  kind: 'practice.confirmPlace',
  titleKey: 'practice:round.task.confirm',
  actKey: 'practice:round.task.confirmAct',
  path: () => '/my-rounds',
});

/** The result is there and gave no place: the student looks why and what next. */
export const noPlaceTask = defineTask({
  kind: 'practice.noPlace',
  titleKey: 'practice:round.task.noPlace',
  actKey: 'practice:round.task.noPlaceAct',
  path: () => '/my-rounds',
  dismissible: true,
});

/** The college looks at what its students got. */
export const collegeResultTask = defineTask({
  kind: 'practice.collegeResult',
  titleKey: 'practice:round.task.college',
  actKey: 'practice:round.task.collegeAct',
  path: ({ id }) => `/rounds/${id}`,
  dismissible: true,
});

/** A student has found an enterprise: the college agrees or declines. */
export const findTask = defineTask({
  kind: 'practice.ownFind',
  titleKey: 'practice:round.task.find',
  actKey: 'practice:round.task.findAct',
  path: () => '/rounds',
});

export const findAnsweredTask = defineTask({
  kind: 'practice.findAnswered',
  titleKey: 'practice:round.task.findAnswered',
  actKey: 'practice:round.task.findAnsweredAct',
  path: () => '/my-rounds',
  dismissible: true,
});

export const rankLetter = defineMail({
  id: 'practice.rank',
  subjectKey: 'practice:round.letter.rankSubject',
  bodyKey: 'practice:round.letter.rankBody',
});

export const resultLetter = defineMail({
  id: 'practice.result',
  subjectKey: 'practice:round.letter.resultSubject',
  bodyKey: 'practice:round.letter.resultBody',
});
