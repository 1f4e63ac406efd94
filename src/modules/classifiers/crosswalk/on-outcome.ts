import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';

interface Recorded {
  id: string;
  spo: string;
  months: number;
  working: boolean;
  occupation: string | null;
}

/**
 * A graduate's job becomes evidence for the weight between the speciality and the occupation. Weights
 * themselves are changed by a person, who sees the evidence beside the edge. A corrected answer takes its row's place.
 */
export const onOutcome = subscribe(
  'hiring.outcome.recorded',
  'classifiers.job-evidence',
  async ({ event, tx, today }) => {
    const { id, spo, months, working, occupation } = event.payload as unknown as Recorded;
    if (!working || !occupation) {
      await sql`delete from classifiers.job_evidence where subject_id = ${id}`.execute(tx);
      return;
    }
    await sql`insert into classifiers.job_evidence (subject_id, spo, occupation, months, noted_on)
    values (${id}, ${spo}, ${occupation}, ${months}, ${today})
    on conflict (subject_id) do update set spo = excluded.spo, occupation = excluded.occupation, months = excluded.months,
      noted_on = excluded.noted_on`.execute(tx);
  },
);
