import { defineLinkPurpose } from '../../../platform/links/index.ts';
import { defineMail } from '../../../platform/mail/index.ts';

export const appraisalLink = defineLinkPurpose({
  purpose: 'practice.appraisal',
  titleKey: 'practice:appraisal.purpose',
  gives: 'answer',
  page: '/appraisal',
});

export const appraisalLetter = defineMail({
  id: 'practice.appraisal',
  subjectKey: 'practice:appraisal.letter.subject',
  bodyKey: 'practice:appraisal.letter.body',
  secret: true,
});
