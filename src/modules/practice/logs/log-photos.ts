import { sql } from 'kysely';
import { defineFileOwner, type FileQuestion } from '../../../platform/files/index.ts';
import { ofCollege, ofHost } from '../placements/own-placements.ts';

interface Day {
  personId: string;
  confirmed: boolean;
  mine: boolean;
}

/** Id of a day of a log as files know it: placement and day. */
const partsOf = (id: string) => {
  const found = /^([0-9a-f-]{36}):(\d{4}-\d{2}-\d{2})$/.exec(id);
  return found?.[1] && found[2] ? { placementId: found[1], day: found[2] } : null;
};

async function dayOf({ tx, actor, id }: FileQuestion): Promise<Day | null> {
  const at = partsOf(id);
  if (!at) return null;
  const { rows } = await sql<Day>`select p.person_id as "personId", d.confirmed_at is not null as confirmed,
      p.person_id = ${actor.personId} as mine
    from practice.log_day d join practice.placement p on p.id = d.placement_id
    where d.placement_id = ${at.placementId} and d.day = ${at.day}::date`.execute(tx);
  return rows[0] ?? null;
}

async function sees(question: FileQuestion): Promise<boolean> {
  const { tx, actor, id } = question;
  const day = await dayOf(question);
  if (!day) return false;
  if (day.mine && actor.rights['practice.own.read']) return true;
  const college = actor.rights['practice.placement.read'];
  const host = actor.rights['practice.trainee.read'];
  const may = [...(college ? [ofCollege(college, actor)] : []), ...(host ? [ofHost(host, actor)] : [])];
  for (const where of may) {
    const { rows } =
      await sql`select 1 from practice.placement p where p.id = ${partsOf(id)?.placementId ?? null} and ${where}`.execute(
        tx,
      );
    if (rows.length > 0) return true;
  }
  return false;
}

/**
 * Photos of a day of the log: the student brings them until the day is confirmed; college, host and mentor see them.
 * They are shown to nobody else and published nowhere, whatever the age; each look is written into the history.
 */
export const logPhotos = defineFileOwner({
  kind: 'practice.log_day',
  mayRead: sees,
  async mayChange(question) {
    const day = await dayOf(question);
    return Boolean(day?.mine && !day.confirmed && question.actor.rights['practice.own.write']);
  },
  personOf: async (question) => (await dayOf(question))?.personId ?? null,
});
