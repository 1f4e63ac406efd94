import { defineMail } from '../define-mail.ts';

/** Sent by sign-in (`identity`), which knows no rooms above it: `{ name, address }`. */
export const resetPassword = defineMail({
  id: 'identity.reset-password',
  subjectKey: 'mail:resetPassword.subject',
  bodyKey: 'mail:resetPassword.body',
  secret: true,
});
