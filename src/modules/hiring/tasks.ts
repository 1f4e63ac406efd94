import { defineLinkPurpose } from '../../platform/links/index.ts';
import { defineMail } from '../../platform/mail/index.ts';
import { defineTask } from '../../platform/tasks/index.ts';

export const answerInvitationTask = defineTask({
  kind: 'hiring.answerInvitation',
  titleKey: 'hiring:task.answerInvitation',
  actKey: 'hiring:task.answerInvitationAct',
  path: () => '/my-offers',
});

export const answerOfferTask = defineTask({
  kind: 'hiring.answerOffer',
  titleKey: 'hiring:task.answerOffer',
  actKey: 'hiring:task.answerOfferAct',
  path: () => '/my-offers',
});

/** A subscription at work: an exam of a followed speciality is ahead, and later its grades are known. */
export const examAheadTask = defineTask({
  kind: 'hiring.examAhead',
  titleKey: 'hiring:task.examAhead',
  actKey: 'hiring:task.examAheadAct',
  path: ({ id }) => `/candidates?session=${id}`,
  dismissible: true,
});

export const examGradedTask = defineTask({
  kind: 'hiring.examGraded',
  titleKey: 'hiring:task.examGraded',
  actKey: 'hiring:task.examGradedAct',
  path: ({ id }) => `/candidates?session=${id}`,
  dismissible: true,
});

/** The employer notes whether the person came. */
export const noteStartTask = defineTask({
  kind: 'hiring.noteStart',
  titleKey: 'hiring:task.noteStart',
  actKey: 'hiring:task.noteStartAct',
  path: () => '/hiring-offers',
});

/** The college asks its graduates, or notes what it knows. */
export const outcomesTask = defineTask({
  kind: 'hiring.outcomes',
  titleKey: 'hiring:task.outcomes',
  actKey: 'hiring:task.outcomesAct',
  path: () => '/outcomes',
});

export const invitationMail = defineMail({
  id: 'hiring.invitation',
  subjectKey: 'hiring:mail.invitation.subject',
  bodyKey: 'hiring:mail.invitation.body',
});

export const offerMail = defineMail({
  id: 'hiring.offer',
  subjectKey: 'hiring:mail.offer.subject',
  bodyKey: 'hiring:mail.offer.body',
});

export const outcomeMail = defineMail({
  id: 'hiring.outcome',
  subjectKey: 'hiring:mail.outcome.subject',
  bodyKey: 'hiring:mail.outcome.body',
  secret: true,
});

export const outcomeLink = defineLinkPurpose({
  purpose: 'hiring.outcome',
  titleKey: 'hiring:link.outcome',
  gives: 'answer',
  page: '/how-are-you',
});
