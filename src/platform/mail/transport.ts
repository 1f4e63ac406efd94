import { createTransport } from 'nodemailer';

export interface Outgoing {
  id: string;
  to: string;
  subject: string;
  body: string;
}

/** What became of a message; `again` may succeed later, `refused` never will. */
export type Sent = { state: 'sent' } | { state: 'refused' | 'again'; code: string };

export interface Transport {
  send(message: Outgoing): Promise<Sent>;
  close(): void;
}

interface SmtpFault {
  code?: string;
  responseCode?: number;
}

/** Only codes leave here: a server's words repeat the address. */
function faultOf(error: unknown): Sent {
  const { code = 'UNKNOWN', responseCode } = error as SmtpFault;
  const refused = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return { state: refused ? 'refused' : 'again', code: responseCode ? `${code} ${responseCode}` : code };
}

/** Sends by SMTP: `smtp://user:password@host:587`, `smtps://…`. The message's id makes a doubled one recognisable. */
export function smtpTransport(url: string, from: string): Transport {
  const smtp = createTransport(url, {
    from,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as never);
  const domain = from.slice(from.indexOf('@') + 1).replace(/>$/, '');
  return {
    async send({ id, to, subject, body }) {
      try {
        await smtp.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text: body,
          messageId: `<${id}@${domain}>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { state: 'sent' };
      } catch (error) {
        return faultOf(error);
      }
    },
    close: () => smtp.close(),
  };
}
