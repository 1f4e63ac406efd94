export { defineMail, isMail, type MailDefinition } from './define-mail.ts';
export { eraseMail } from './erase-mail.ts';
export { mailJob } from './mail-job.ts';
export { type Letter, queueMail } from './queue-mail.ts';
export { sendByTemplate } from './send-by-template.ts';
export { smtpTransport } from './transport.ts';
