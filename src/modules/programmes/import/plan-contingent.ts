import type { Message } from '../../../platform/sheets/index.ts';
import { schoolYearOf } from '../rules/school-year.ts';
import type { ContingentRow } from './import-contingent.ts';
import {
  type KnownContingent,
  type KnownGroup,
  type KnownProgramme,
  type KnownStudent,
  nameKey,
} from './known-contingent.ts';
import { groupKey } from './words.ts';

export interface NewGroup {
  key: string;
  code: string;
  programme: KnownProgramme;
  intakeYear: number;
  course: number;
  graduationYear: number;
}

export interface PlannedStudent {
  data: ContingentRow;
  action: 'add' | 'change' | 'same';
  /** The student the row is about, when there is one. */
  student: KnownStudent | null;
  group: KnownGroup | NewGroup;
  funding: 'quota' | 'target' | 'paid';
  seatLineId: string | null;
  /** The group differs: a transfer inside the college. */
  moves: boolean;
  proposals: Message[];
}

export interface ContingentPlan {
  rows: PlannedStudent[];
  newGroups: NewGroup[];
  refused: { data: ContingentRow; what: Message }[];
}

export const isNewGroup = (group: KnownGroup | NewGroup): group is NewGroup => 'key' in group;

/**
 * What a file would do to a college. A student is known by the key of the college's system, else by name and birth date;
 * a row that says what is stored already does nothing. Pure: the register comes in as `known`.
 */
export function planContingent(
  rows: readonly ContingentRow[],
  known: KnownContingent,
  today: string,
): ContingentPlan {
  const plan: ContingentPlan = { rows: [], newGroups: [], refused: [] };
  const made = new Map<string, NewGroup>();
  const used = new Map<string, ContingentRow>();
  for (const data of rows) {
    const student = findStudent(data, known);
    const twin = student && used.get(student.id);
    if (twin) {
      plan.refused.push({ data, what: say('sameStudent', { cell: twin.cell }) });
      continue;
    }
    const group = findGroup(data, known, made, today);
    if ('id' in group && 'params' in group) {
      plan.refused.push({ data, what: group as Message });
      continue;
    }
    if (student) used.set(student.id, data);
    plan.rows.push(planRow(data, student, group as KnownGroup | NewGroup, known));
  }
  plan.newGroups.push(...made.values());
  return plan;
}

const say = (id: string, params: NonNullable<Message['params']> = {}): Message & { params: object } => ({
  id: `programmes:import.${id}`,
  params,
});

function findStudent(data: ContingentRow, known: KnownContingent): KnownStudent | null {
  const byKey = data.externalKey ? known.byKey.get(data.externalKey) : undefined;
  if (byKey) return byKey;
  const named = known.byName.get(nameKey(data)) ?? [];
  if (data.birthDate) {
    const exact = named.find((one) => one.birthDate === data.birthDate);
    if (exact) return exact;
  }
  // without a birth date on one side a name is enough only inside one group
  const inGroup = new Set((known.groups.get(groupKey(data.group)) ?? []).map(({ id }) => id));
  const loose = named.filter((one) => (!one.birthDate || !data.birthDate) && inGroup.has(one.groupId));
  return loose.length === 1 ? (loose[0] ?? null) : null;
}

function findGroup(
  data: ContingentRow,
  known: KnownContingent,
  made: Map<string, NewGroup>,
  today: string,
): KnownGroup | NewGroup | (Message & { params: object }) {
  const key = groupKey(data.group);
  const standing = (known.groups.get(key) ?? []).filter(
    (one) => !data.code || one.programmeCode === data.code,
  );
  if (standing[0]) return standing[0];
  if (known.groups.has(key)) return say('groupOfOtherCode', { group: data.group, code: data.code ?? '' });
  const again = made.get(key);
  if (again) return again;
  if (!data.code) return say('unknownGroup', { group: data.group });
  const fitting = known.programmes.filter(
    (one) =>
      one.code === data.code &&
      (!data.base || one.base === data.base) &&
      (!data.form || one.form === data.form),
  );
  const [programme] = fitting;
  if (!programme) return say('unknownProgramme', { code: data.code });
  if (fitting.length > 1) return say('severalProgrammes', { code: data.code, count: fitting.length });
  const now = schoolYearOf(today);
  const intakeYear = data.course
    ? now - data.course + 1
    : data.enrolledOn
      ? Number(data.enrolledOn.slice(0, 4))
      : null;
  if (intakeYear === null) return say('noIntake', { group: data.group });
  const group: NewGroup = {
    key,
    code: data.group,
    programme,
    intakeYear,
    course: Math.min(6, Math.max(1, data.course ?? now - intakeYear + 1)),
    graduationYear: intakeYear + Math.ceil(programme.months / 12),
  };
  made.set(key, group);
  return group;
}

function planRow(
  data: ContingentRow,
  student: KnownStudent | null,
  group: KnownGroup | NewGroup,
  known: KnownContingent,
): PlannedStudent {
  const programmeId = isNewGroup(group) ? group.programme.id : group.programmeId;
  const line = (funding: string) => known.lines.get(`${programmeId} ${group.intakeYear} ${funding}`) ?? null;
  const funding = data.funding ?? student?.funding ?? 'quota';
  const seatLineId = line(funding) ?? (funding === 'target' ? line('quota') : null);
  const proposals: Message[] = [];
  const base = { data, student, group, funding, seatLineId, proposals };
  if (!student) {
    if (!data.funding) proposals.push(say('fundingAssumed'));
    if (!seatLineId) proposals.push(say('noSeatLine', { year: group.intakeYear }));
    return { ...base, action: 'add', moves: false };
  }
  const active = student.status === 'studying' || student.status === 'leave';
  if (!active || student.status !== data.status) proposals.push(say(`statusDiffers.${data.status}`, {}));
  if (nameKey(data) !== student.sortKey) proposals.push(say('nameDiffers', {}));
  const moves = active && (isNewGroup(group) || group.id !== student.groupId);
  const changed =
    moves ||
    (data.funding !== null && data.funding !== student.funding) ||
    (data.externalKey !== null && data.externalKey !== student.externalKey) ||
    (student.seatLineId === null && seatLineId !== null);
  return { ...base, action: changed && active ? 'change' : 'same', moves };
}
