import { defineLinkPurpose } from '../../../platform/links/index.ts';
import { defineMail } from '../../../platform/mail/index.ts';

export const invitationLink = defineLinkPurpose({
  purpose: 'registry.invitation',
  titleKey: 'registry:invitation.purpose',
  gives: 'invitation',
  page: '/invitation',
});

export const invitationLetter = defineMail({
  id: 'registry.invitation',
  subjectKey: 'registry:invitation.subject',
  bodyKey: 'registry:invitation.body',
  secret: true,
});
