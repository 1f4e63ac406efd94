import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { planAdmission } from './apply-admission.ts';
import { modulesOf } from './apply-curriculum.ts';
import { type FileReport, type Placed, refuseRow } from './file-report.ts';
import type { AdmissionRow } from './import-admission.ts';
import type { ContingentRow, ReadFile } from './import-contingent.ts';
import type { CurriculumHead, CurriculumRow } from './import-curriculum.ts';
import { knownContingent } from './known-contingent.ts';
import { knownPersons } from './known-persons.ts';
import { planContingent } from './plan-contingent.ts';
import type { ImportKind } from './read-kind.ts';

export type ReadImport = ReadFile<Placed> & { head?: CurriculumHead };

interface Ask {
  kind: ImportKind;
  organisationId: string;
  programmeId: string | null;
  year: number;
  read: ReadImport;
  today: string;
}

interface Measured {
  plan: { add: number; change: number; same: number };
  programmeId: string | null;
  note: string | null;
}

/** Lays a read file beside what the college has: completes the report and counts what would be done. */
export async function measure(tx: Tx, ask: Ask): Promise<Measured> {
  if (ask.kind === 'contingent') return measureContingent(tx, ask);
  return ask.kind === 'admission' ? measureAdmission(tx, ask) : measureCurriculum(tx, ask);
}

const tally = (rows: readonly { action: 'add' | 'change' | 'same' }[]) => ({
  add: rows.filter(({ action }) => action === 'add').length,
  change: rows.filter(({ action }) => action === 'change').length,
  same: rows.filter(({ action }) => action === 'same').length,
});

async function measureContingent(tx: Tx, { organisationId, read, today }: Ask): Promise<Measured> {
  const plan = planContingent(read.rows as ContingentRow[], await knownContingent(tx, organisationId), today);
  const persons = await knownPersons(tx, plan.rows);
  const { report } = read;
  for (const { data, what } of plan.refused) refuseRow(report, data, what);
  for (const { data, proposals } of plan.rows) {
    const personId = persons.get(data.row) ?? null;
    if (personId) propose(report, data, { id: 'programmes:import.knownPerson' }, personId);
    for (const what of proposals) propose(report, data, what, null);
  }
  for (const group of plan.newGroups) {
    const row = plan.rows.find((one) => one.group === group);
    const params = { group: group.code, code: group.programme.code };
    if (row) propose(report, row.data, { id: 'programmes:import.newGroup', params }, null);
  }
  return { plan: tally(plan.rows), programmeId: null, note: null };
}

const propose = (
  report: FileReport,
  { row, cell }: Placed,
  what: FileReport['proposals'][number]['what'],
  personId: string | null,
) => report.proposals.push({ row, cell, what, personId });

async function measureAdmission(tx: Tx, { organisationId, year, read }: Ask): Promise<Measured> {
  const plan = await planAdmission(tx, organisationId, year, read.rows as AdmissionRow[]);
  for (const { data, what } of plan.refused) refuseRow(read.report, data, what);
  return { plan: tally(plan.rows), programmeId: null, note: null };
}

/** The programme is the one asked for, else the only one the head of the file fits. */
async function measureCurriculum(tx: Tx, { organisationId, programmeId, read }: Ask): Promise<Measured> {
  const count = modulesOf(read.rows as CurriculumRow[]).length;
  const plan = { add: count, change: 0, same: 0 };
  if (programmeId) return { plan, programmeId, note: null };
  const { code = null, base = null, form = null } = read.head ?? {};
  const { rows } = await sql<{
    id: string;
  }>`select id from programmes.programme where organisation_id = ${organisationId}
    and code = ${code} and (${base}::int is null or base = ${base}) and (${form}::text is null or form = ${form})`.execute(
    tx,
  );
  if (rows.length === 1) return { plan, programmeId: rows[0]?.id ?? null, note: null };
  return { plan, programmeId: null, note: rows.length > 1 ? 'severalProgrammes' : 'chooseProgramme' };
}
