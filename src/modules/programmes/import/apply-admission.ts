import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Message } from '../../../platform/sheets/index.ts';
import { type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { putSeatLine } from '../admission/put-seat-line.ts';
import type { Applied } from './apply-contingent.ts';
import type { AdmissionRow } from './import-admission.ts';

interface Line {
  id: string;
  programmeId: string;
  funding: string;
  seats: number;
  applied: number | null;
  enrolled: number | null;
  averageMark: number | null;
}

interface PlannedLine {
  data: AdmissionRow;
  action: 'add' | 'change' | 'same';
  programmeId: string;
  seats: number;
}

export interface AdmissionPlan {
  rows: PlannedLine[];
  refused: { data: AdmissionRow; what: Message }[];
}

/** Finds the seat line of every row; rows that would write one line twice are refused. */
export async function planAdmission(
  tx: Tx,
  organisationId: string,
  year: number,
  rows: readonly AdmissionRow[],
): Promise<AdmissionPlan> {
  const programmes = await sql<{
    id: string;
    code: string;
    base: number;
    form: string;
  }>`select id, code, base, form
    from programmes.programme where organisation_id = ${organisationId} and (closed_on is null or closed_on > make_date(${year}::int, 9, 1))
    order by is_adapted, id`.execute(tx);
  const lines =
    await sql<Line>`select l.id, l.programme_id as "programmeId", l.funding, l.seats, l.applied, l.enrolled,
      l.average_mark as "averageMark"
    from programmes.seat_line l join programmes.programme p on p.id = l.programme_id
    where p.organisation_id = ${organisationId} and l.intake_year = ${year}`.execute(tx);
  const plan: AdmissionPlan = { rows: [], refused: [] };
  const written = new Map<string, AdmissionRow>();
  for (const data of rows) {
    const no = (id: string, params: NonNullable<Message['params']>) =>
      plan.refused.push({ data, what: { id: `programmes:import.${id}`, params } });
    const fitting = programmes.rows.filter(
      (p) =>
        p.code === data.code && (!data.base || p.base === data.base) && (!data.form || p.form === data.form),
    );
    const [programme] = fitting;
    if (!programme) no('unknownProgramme', { code: data.code });
    else if (fitting.length > 1) no('severalProgrammes', { code: data.code, count: fitting.length });
    else {
      const key = `${programme.id} ${data.funding}`;
      const twin = written.get(key);
      const before = lines.rows.find(
        (line) => line.programmeId === programme.id && line.funding === data.funding,
      );
      const seats = data.seats ?? before?.seats;
      if (twin) no('lineTwice', { cell: twin.cell });
      else if (seats === undefined) no('noSeats', { code: data.code });
      else {
        written.set(key, data);
        plan.rows.push({ data, programmeId: programme.id, seats, action: actionOf(data, seats, before) });
      }
    }
  }
  return plan;
}

function actionOf(data: AdmissionRow, seats: number, before: Line | undefined): PlannedLine['action'] {
  if (!before) return 'add';
  const kept = (given: number | null, known: number | null) => given === null || given === known;
  const same =
    seats === before.seats &&
    kept(data.applied, before.applied) &&
    kept(data.enrolled, before.enrolled) &&
    kept(data.averageMark, before.averageMark);
  return same ? 'same' : 'change';
}

/** Writes the admission of a year; a value the file leaves empty stays as it is. */
export async function applyAdmission(
  { tx, newId, change }: Pick<RunArgs<unknown>, 'tx' | 'newId' | 'change'>,
  {
    organisationId,
    year,
    rows,
    mode,
  }: { organisationId: string; year: number; rows: AdmissionRow[]; mode: 'all' | 'good' },
): Promise<Applied> {
  const plan = await planAdmission(tx, organisationId, year, rows);
  if (mode === 'all' && plan.refused.length > 0)
    throw refuse('programmes:error.importHasFaults', { count: plan.refused.length });
  for (const { data, programmeId, seats, action } of plan.rows) {
    if (action === 'same') continue;
    const { funding, applied, enrolled, averageMark } = data;
    const id = await putSeatLine(tx, {
      programmeId,
      intakeYear: year,
      funding,
      seats,
      applied,
      enrolled,
      averageMark,
      newId,
    });
    change({
      subject: { kind: 'programmes.seatLine', id, organisationId },
      after: { seats, applied, enrolled, averageMark },
    });
  }
  const count = (action: PlannedLine['action']) => plan.rows.filter((row) => row.action === action).length;
  return { added: count('add'), changed: count('change'), same: count('same'), refused: plan.refused.length };
}
