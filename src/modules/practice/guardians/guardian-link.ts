import { defineLinkPurpose } from '../../../platform/links/index.ts';
import { defineMail } from '../../../platform/mail/index.ts';
import { defineTask } from '../../../platform/tasks/index.ts';

export const guardianLink = defineLinkPurpose({
  purpose: 'practice.guardian',
  titleKey: 'practice:guardian.purpose',
  gives: 'answer',
  page: '/guardian',
});

export const guardianLetter = defineMail({
  id: 'practice.guardian',
  subjectKey: 'practice:guardian.letter.subject',
  bodyKey: 'practice:guardian.letter.body',
  secret: true,
});

/** After a consent: how to take it back. */
export const guardianKeepLetter = defineMail({
  id: 'practice.guardianKeep',
  subjectKey: 'practice:guardian.keep.subject',
  bodyKey: 'practice:guardian.keep.body',
  secret: true,
});

/** The legal representative has refused or withdrawn: the college looks for another place or speaks with the family. */
export const guardianSaidNo = defineTask({
  kind: 'practice.guardianSaidNo',
  titleKey: 'practice:guardian.task.saidNo',
  actKey: 'practice:guardian.task.saidNoAct',
  path: ({ id }) => `/practice/${id}`,
});
