import type { Tx } from '../../../platform/database/index.ts';
import { readTieFacts, type Span, type StoredTie, type TieFacts } from './tie-facts.ts';
import type { ConflictCode, Examinee } from './types.ts';

export interface FoundTie extends Span {
  key: string;
  on: string;
  expertId: string;
  code: ConflictCode;
  students: number;
  tieId: string | null;
  kind: string | null;
  sourceKind: string | null;
  sourceId: string | null;
  declared: boolean;
}

interface Exam {
  key: string;
  on: string;
}

const begun = ({ from }: Span, on: string) => from === null || from <= on;
const holds = (span: Span, on: string) => begun(span, on) && (span.to === null || span.to >= on);
const overlap = (a: Span, b: Span) =>
  (a.from === null || b.to === null || a.from <= b.to) &&
  (b.from === null || a.to === null || b.from <= a.to);

function grouped<T>(rows: readonly T[], by: (row: T) => string | null): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const row of rows) {
    const key = by(row);
    if (key === null) continue;
    const list = out.get(key);
    if (list) list.push(row);
    else out.set(key, [row]);
  }
  return out;
}

/** Of what a tie to the examinee itself, or to a group with the examinee in it, is a conflict. */
function codeOf({ kind, sourceKind }: StoredTie): ConflictCode {
  if (kind === 'mentors') return 'CI-3';
  if (kind === 'coaches') return 'CI-5';
  return kind === 'supervises' && sourceKind.startsWith('practice.') ? 'CI-3' : 'CI-2';
}

const lasts = (to: string | null) => to ?? '9999-12-31';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Gathers what was found by key, expert and code: of several ties the one that lasts longest. */
class Found {
  private readonly rows = new Map<string, FoundTie & { people: Set<string> }>();

  add(
    exam: Exam,
    expertId: string,
    code: ConflictCode,
    tie: Span & Partial<StoredTie>,
    students: Iterable<string>,
  ): void {
    const id = `${exam.key} ${expertId} ${code}`;
    const one = this.rows.get(id);
    const shown = {
      from: tie.from,
      to: tie.to,
      tieId: tie.id ?? null,
      kind: tie.kind ?? null,
      sourceKind: tie.sourceKind ?? null,
      sourceId: tie.sourceId ?? null,
    };
    if (!one) {
      const people = new Set(students);
      this.rows.set(id, { ...exam, expertId, code, ...shown, students: 0, declared: false, people });
      return;
    }
    for (const student of students) one.people.add(student);
    const from = one.from === null || tie.from === null ? null : one.from < tie.from ? one.from : tie.from;
    Object.assign(one, lasts(tie.to) > lasts(one.to) ? { ...shown, from } : { from });
  }

  list(declared: ReadonlySet<string>): FoundTie[] {
    return [...this.rows.values()]
      .map(({ people, ...row }) => ({
        ...row,
        students: people.size,
        declared: row.code === 'CI-6' && declared.has(`${row.expertId} ${row.key}`),
      }))
      .sort((a, b) => compare(a.key, b.key) || compare(a.expertId, b.expertId) || compare(a.code, b.code));
  }
}

/** Of facts read about many experts those that are about these. */
const about = (facts: TieFacts, experts: ReadonlySet<string>): TieFacts => ({
  ...facts,
  ofExperts: facts.ofExperts.filter(({ personId }) => experts.has(personId ?? '')),
  toExperts: facts.toExperts.filter(({ toPersonId }) => experts.has(toPersonId ?? '')),
  appeals: facts.appeals.filter(({ personId }) => experts.has(personId)),
});

/**
 * Everything that ties these experts to these examinees and has begun by the exam's day, one row for each key, expert
 * and code. Only the registry is read, whichever room made the tie. The key of an exam is also what a declaration is
 * looked up by.
 * @param known facts read before about at least these experts and examinees; without them they are read here.
 */
export async function readTies(
  tx: Tx,
  experts: readonly string[],
  examinees: readonly Examinee[],
  known?: TieFacts,
): Promise<FoundTie[]> {
  if (experts.length === 0 || examinees.length === 0) return [];
  const facts = known
    ? about(known, new Set(experts))
    : await readTieFacts(tx, experts, new Set(examinees.map(({ personId }) => personId)));
  const of = new Map(grouped(facts.memberships, ({ personId }) => personId));
  const works = facts.ofExperts.filter(({ kind }) => kind === 'works_for');
  const teaching = facts.ofExperts.filter(({ kind }) =>
    ['teaches', 'supervises', 'mentors', 'coaches'].includes(kind),
  );
  const worksAt = grouped(works, ({ toOrganisationId }) => toOrganisationId);
  const teachesAt = grouped(
    teaching.filter(({ kind }) => kind === 'teaches'),
    (t) => t.toOrganisationId ?? facts.cohortHouse.get(t.toCohortId ?? '') ?? null,
  );
  const toPerson = grouped(teaching, ({ toPersonId }) => toPersonId);
  const toCohort = grouped(teaching, ({ toCohortId }) => toCohortId);
  const kinOf = grouped(
    facts.ofExperts.filter(({ kind }) => kind === 'kin'),
    ({ toPersonId }) => toPersonId,
  );
  const kinTo = grouped(facts.toExperts, ({ personId }) => personId);
  const offersTo = grouped(facts.offers, ({ toPersonId }) => toPersonId);
  const offersToCohort = grouped(facts.offers, ({ toCohortId }) => toCohortId);
  const appealsAt = grouped(facts.appeals, ({ organisationId }) => organisationId);
  const found = new Found();
  // what a college is to an exam is found once, however many of its students sit there
  const colleges = new Map<string, { key: string; on: string; house: string; students: Set<string> }>();
  // and so is what a group is to it
  const groups = new Map<string, { exam: Exam; cohortId: string; span: Span; students: Set<string> }>();
  for (const { key, personId, on } of examinees) {
    const exam = { key, on };
    const self = [personId];
    for (const { organisationId: house, cohortId, ...span } of of.get(personId) ?? []) {
      if (house && holds(span, on)) {
        const id = `${key} ${on} ${house}`;
        const one = colleges.get(id) ?? { key, on, house, students: new Set<string>() };
        colleges.set(id, one);
        one.students.add(personId);
      }
      if (!cohortId) continue;
      const id = `${key} ${on} ${cohortId} ${span.from} ${span.to}`;
      const one = groups.get(id) ?? { exam, cohortId, span, students: new Set<string>() };
      groups.set(id, one);
      one.students.add(personId);
    }
    for (const tie of toPerson.get(personId) ?? [])
      if (begun(tie, on)) found.add(exam, tie.personId ?? '', codeOf(tie), tie, self);
    for (const tie of kinOf.get(personId) ?? [])
      if (begun(tie, on)) found.add(exam, tie.personId ?? '', 'CI-4', tie, self);
    for (const tie of kinTo.get(personId) ?? [])
      if (begun(tie, on)) found.add(exam, tie.toPersonId ?? '', 'CI-4', tie, self);
    for (const offer of offersTo.get(personId) ?? [])
      if (holds(offer, on))
        for (const job of worksAt.get(offer.organisationId ?? '') ?? [])
          if (holds(job, on)) found.add(exam, job.personId ?? '', 'CI-6', offer, self);
  }
  for (const { exam, cohortId, span, students } of groups.values()) {
    // a whole group: only who was in it while it lasted
    for (const tie of toCohort.get(cohortId) ?? [])
      if (begun(tie, exam.on) && overlap(tie, span))
        found.add(exam, tie.personId ?? '', codeOf(tie), tie, students);
    for (const offer of offersToCohort.get(cohortId) ?? [])
      if (holds(offer, exam.on))
        for (const job of worksAt.get(offer.organisationId ?? '') ?? [])
          if (holds(job, exam.on)) found.add(exam, job.personId ?? '', 'CI-6', offer, students);
  }
  for (const { key, on, house, students } of colleges.values()) {
    // staff of the college, and whoever teaches one of its groups on any terms
    for (const tie of [...(worksAt.get(house) ?? []), ...(teachesAt.get(house) ?? [])])
      if (begun(tie, on)) found.add({ key, on }, tie.personId ?? '', 'CI-1', tie, students);
    for (const member of appealsAt.get(house) ?? [])
      if (holds(member, on))
        found.add({ key, on }, member.personId, 'CI-8', { from: member.from, to: member.to }, students);
  }
  return found.list(facts.declared);
}
