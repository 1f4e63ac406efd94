import { sql } from 'kysely';
import type { RunArgs } from '../../../platform/use-case/index.ts';

export interface OutcomeAnswer {
  what: string;
  inField: boolean | null;
  occupation: string | null;
  employer: string | null;
}

interface Written {
  id: string;
  personId: string;
  organisationId: string;
  programmeCode: string;
  months: number;
}

/**
 * Stores an answer and tells the floors below by an event of codes alone: evidence for the weights between
 * specialities and occupations. Work in the field is kept only of those who work.
 */
export async function writeOutcome(
  args: Pick<RunArgs<unknown>, 'tx' | 'today' | 'emit' | 'change'> & { by: string | null },
  id: string,
  how: 'link' | 'account' | 'college' | 'file' | 'hire',
  answer: OutcomeAnswer,
  on?: string | null,
): Promise<void> {
  const { tx, today, emit, change, by } = args;
  const works = ['employed', 'entrepreneur', 'self_employed'].includes(answer.what);
  const inField = works ? answer.inField : null;
  const occupation = works ? answer.occupation : null;
  const { rows } = await sql<Written>`update hiring.outcome set what = ${answer.what}, in_field = ${inField},
      occupation = ${occupation}, employer = ${works ? answer.employer : null}, answered_on = ${on ?? today}, how = ${how},
      noted_by = ${by} where id = ${id}
    returning id, person_id as "personId", organisation_id as "organisationId", programme_code as "programmeCode", months`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return;
  change({
    subject: { kind: 'hiring.outcome', id, organisationId: row.organisationId, personId: row.personId },
    after: { what: answer.what, inField, how },
  });
  emit('hiring.outcome.recorded', {
    id,
    organisationId: row.organisationId,
    spo: row.programmeCode,
    months: row.months,
    working: works,
    inField,
    occupation,
  });
}
