import type { StaffingInstance, StaffingSession } from '../../../engines/staffing/index.ts';
import { codesThatCover } from '../../specialists/index.ts';
import { codesOf, daysAway, houseKey, mayLead, partsOf } from './keys.ts';
import type { ListRow, ReadList } from './read-list.ts';

export interface PastedExpert {
  id: string;
  name: string;
  organisation: string;
  houses: string[];
  codes: string[];
  until: string | null;
  row: number;
}

export interface PastedExam {
  id: string;
  day: string;
  college: string;
  code: string;
  site: string;
  experts: number;
  row: number;
}

export interface PastedConflict {
  exam: string;
  expert: string;
  /** `CI-1` works there, `CI-2` named by the list itself, `right` the right has ended by then. */
  code: 'CI-1' | 'CI-2' | 'right';
  what: string;
}

export interface Built {
  instance: StaffingInstance;
  experts: PastedExpert[];
  exams: PastedExam[];
  conflicts: PastedConflict[];
  /** Everybody may lead, for the list has no column that says who may. */
  allLead: boolean;
  /** Exams whose number of experts is not in the calendar. */
  assumed: number;
}

const text = (row: ListRow, field: string): string => {
  const value = row.values[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** Experts besides the chief where the calendar does not say: what judgement aspects need at least. */
export const EXPERTS_ASSUMED = 3;
/** Most exams of one expert where the list does not say. */
const MOST = 12;
const WEIGHTS = { unfilledMember: 100_000, unfilledChief: 150_000, load: 60, km: 1 };

/** The two lists as one task of the engine. Rows of one person in the list of experts are one expert. */
export function buildInstance(expertList: ReadList, calendar: ReadList): Built {
  const exams = new Map<string, PastedExam>();
  let assumed = 0;
  for (const row of calendar.rows) {
    const given = row.values.experts;
    if (typeof given !== 'number') assumed += 1;
    const name = text(row, 'id') || `${row.row}`;
    // one group may sit several days: each day is an exam of its own
    let id = exams.has(name) ? `${name}, ${text(row, 'day').split('-').reverse().join('.')}` : name;
    while (exams.has(id)) id = `${id} *`;
    exams.set(id, {
      id,
      day: text(row, 'day'),
      college: text(row, 'college'),
      code: codesOf(text(row, 'code'))[0] ?? '',
      site: text(row, 'site'),
      experts: typeof given === 'number' ? given : EXPERTS_ASSUMED,
      row: row.row,
    });
  }
  const days = [...new Set([...exams.values()].map(({ day }) => day))].sort();
  const allLead = !expertList.found.has('level');
  const people = new Map<
    string,
    PastedExpert & { chief: boolean; away: Set<string>; taught: string[]; load: number }
  >();
  for (const row of expertList.rows) {
    const organisation = text(row, 'organisation');
    const key = `${text(row, 'name').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')}|${houseKey(organisation)}`;
    const one = people.get(key) ?? {
      id: key,
      name: text(row, 'name'),
      organisation,
      houses: [],
      codes: [],
      until: null,
      row: row.row,
      chief: allLead,
      away: new Set<string>(),
      taught: [],
      load: MOST,
    };
    people.set(key, one);
    one.houses.push(...[organisation, ...partsOf(text(row, 'also'))].map(houseKey).filter(Boolean));
    one.codes.push(...codesOf(text(row, 'codes')));
    one.taught.push(...partsOf(text(row, 'taught')));
    if (mayLead(text(row, 'level'))) one.chief = true;
    for (const day of daysAway(text(row, 'away'), days)) one.away.add(day);
    const until = text(row, 'until');
    if (until && (!one.until || until > one.until)) one.until = until;
    if (typeof row.values.load === 'number') one.load = row.values.load;
  }
  const conflicts: PastedConflict[] = [];
  const sessions: StaffingSession[] = [...exams.values()].map((exam) => {
    const college = houseKey(exam.college);
    const codes = new Set(codesThatCover([exam.code]));
    const barred: string[] = [];
    for (const one of people.values()) {
      if (!one.codes.some((code) => codes.has(code))) continue;
      const bar = (code: PastedConflict['code'], what: string) => {
        conflicts.push({ exam: exam.id, expert: one.name, code, what });
        barred.push(one.id);
      };
      if (one.houses.includes(college)) bar('CI-1', exam.college);
      else if (
        one.taught.some((group) => houseKey(group) === houseKey(exam.id) || houseKey(group) === college)
      )
        bar('CI-2', exam.id);
      else if (one.until && one.until < exam.day) bar('right', one.until);
    }
    return {
      id: exam.id,
      competence: exam.code,
      day: exam.day,
      n: exam.experts + 1,
      conflictExperts: barred,
    };
  });
  const asked = new Set(sessions.map(({ competence }) => String(competence)));
  return {
    instance: {
      experts: [...people.values()].map(({ id, codes, chief, away, load, houses }) => ({
        id,
        org: houses[0] ?? id,
        chief,
        maxLoad: load,
        days: days.filter((day) => !away.has(day)),
        competences: [...asked].filter((code) => codesThatCover([code]).some((one) => codes.includes(one))),
      })),
      sessions,
      weights: WEIGHTS,
      rule: 'cost',
    },
    experts: [...people.values()].map(({ chief: _c, away: _a, taught: _t, load: _l, ...rest }) => rest),
    exams: [...exams.values()],
    conflicts,
    allLead,
    assumed,
  };
}
