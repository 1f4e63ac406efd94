export interface MailDefinition {
  mail: true;
  /** Lasting name, `<room>.<what it says>`. */
  id: string;
  subjectKey: string;
  bodyKey: string;
  /** It holds a one-time address or code: its words are erased once sent. */
  secret: boolean;
}

/** Declares a message; its words stand in the room's catalogues, plain text, filled with parameters. */
export const defineMail = (settings: {
  id: string;
  subjectKey: string;
  bodyKey: string;
  secret?: boolean;
}): MailDefinition => ({ mail: true, secret: false, ...settings });

export const isMail = (value: unknown): value is MailDefinition =>
  typeof value === 'object' && value !== null && 'mail' in value && 'bodyKey' in value;
