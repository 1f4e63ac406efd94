import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { endTies } from '../../registry/index.ts';
import { invitationStates, offerStates } from '../states.ts';
import { answerInvitationTask, answerOfferTask } from '../tasks.ts';

interface Row {
  id: string;
  organisationId: string;
}

/**
 * A consent was taken back. Readings stand on the consent itself and know it already; here the rest of the trace goes:
 * places in lists, open invitations and unanswered offers of employers who may see the person by nothing else.
 */
export const onConsentWithdrawn = subscribe(
  'registry.consent.withdrawn',
  'hiring.consent-withdrawn',
  async (args) => {
    const { event, tx, now, today } = args;
    const { personId, purpose } = event.payload as { personId: string; purpose: string };
    if (!['share-results-with-employers', 'talent-pool'].includes(purpose)) return;
    const unseen = (column: string) => sql<boolean>`not exists (select 1 from hiring.shown_v v
      where v.organisation_id = ${sql.ref(`${column}.organisation_id`)} and v.person_id = ${sql.ref(`${column}.person_id`)})`;
    const removed =
      await sql<Row>`update hiring.candidate c set removed_on = ${today}, removed_why = 'withdrawn', note = null
      where c.person_id = ${personId} and c.removed_on is null and ${unseen('c')}
      returning c.id, c.organisation_id as "organisationId"`.execute(tx);
    const open = await sql<Row>`select i.id, i.organisation_id as "organisationId" from hiring.invitation i
      where i.person_id = ${personId} and i.state in ('sent', 'accepted') and ${unseen('i')} order by i.id`.execute(
      tx,
    );
    for (const { id, organisationId } of open.rows) {
      await moveState(args, {
        machine: invitationStates,
        table: 'hiring.invitation',
        id,
        event: 'cancel',
        subject: { organisationId, personId },
      });
      await closeTask(tx, answerInvitationTask, { kind: 'hiring.invitation', id }, { now, as: 'cancelled' });
    }
    const offers = await sql<Row>`select f.id, f.organisation_id as "organisationId" from hiring.offer f
      where f.person_id = ${personId} and f.state = 'made' and ${unseen('f')} order by f.id`.execute(tx);
    for (const { id, organisationId } of offers.rows) {
      await moveState(args, {
        machine: offerStates,
        table: 'hiring.offer',
        id,
        event: 'cancel',
        subject: { organisationId, personId },
      });
      await endTies(tx, { kind: 'hiring.offer', id }, today);
      await closeTask(tx, answerOfferTask, { kind: 'hiring.offer', id }, { now, as: 'cancelled' });
    }
    for (const { id, organisationId } of removed.rows)
      args.change({
        subject: { kind: 'hiring.candidate', id, organisationId, personId },
        after: { removed: 'withdrawn' },
      });
    // a computed list holds nothing of a person whom no employer may see
    await sql`delete from hiring.match m where m.whom = 'opening' and m.person_id = ${personId}
      and ${unseen('m')}`.execute(tx);
  },
);
