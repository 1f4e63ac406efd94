import { inTransaction } from '../database/index.ts';
import type { Params } from '../i18n/index.ts';
import type { World } from '../use-case/index.ts';
import type { MailDefinition } from './define-mail.ts';
import { queueMail } from './queue-mail.ts';

/** For parts of the house that name a message by its id: queues it in a transaction of its own. */
export const sendByTemplate =
  (world: World, mails: readonly MailDefinition[]) =>
  async (letter: { to: string; template: string; params: Params }): Promise<void> => {
    const mail = mails.find((one) => one.id === letter.template);
    if (!mail) throw new Error(`There is no message ${letter.template}`);
    const { to, params } = letter;
    const now = world.now().toISOString();
    await inTransaction(world.db, (tx) => queueMail(tx, mail, { to, params, now, newId: world.newId }));
    world.nudge?.();
  };
