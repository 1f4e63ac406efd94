// cyrillic: codes of competences and groups of specialities as programmes write them
import { sql } from 'kysely';
import type { FitOpening, FitPerson, FitSkill } from '../../../engines/fit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { positions } from '../../exams/index.ts';
import type { Market } from './market-text.ts';
import { readExamined } from './read-examined.ts';

interface Module {
  code: string;
  module: string;
  name: string;
  hours: number;
  competences: string[];
}
interface Person extends Where {
  id: string;
  code: string;
  year: number;
  graduated: boolean;
}
/** A municipality's centre in kilometres on the region's plane. */
interface Where {
  municipalityId: string | null;
}
interface Opening extends Where {
  id: string;
  employer: string;
  /** The last year in which it takes people; null: it is open now. */
  year: number | null;
  codes: string[];
  asked: { code: string; competence: string; essential: boolean }[] | null;
}

/** General competences (ОК) are the same in all programmes; professional ones belong to their speciality. */
export const skillOf = (code: string, competence: string) =>
  /^ОК\b|^ОК /u.test(competence) ? competence : `${code} ${competence}`;
const groupOf = (code: string) => `УГС ${code.slice(0, 2)}`;

/** «15.02.16 ПК 1.2» → its kind of work «15.02.16 ПК 1» → the group of specialities «УГС 15». */
function graph(modules: readonly Module[]): FitSkill[] {
  const skills = new Map<string, Set<string>>();
  const add = (id: string, wide?: string) => {
    const known = skills.get(id) ?? new Set<string>();
    if (wide) known.add(wide);
    skills.set(id, known);
  };
  for (const { code, competences } of modules)
    for (const competence of competences) {
      const id = skillOf(code, competence);
      if (id === competence) {
        add(id);
        continue;
      }
      const kind = `${code} ${competence.replace(/\.\d+\s*$/, '')}`;
      add(groupOf(code));
      if (kind === id) add(id, groupOf(code));
      else {
        add(kind, groupOf(code));
        add(id, kind);
      }
    }
  return [...skills].map(([id, broader]) => ({ id, broader: [...broader] }));
}

/** Everything the lists are computed from: people of the last two years of study and graduates, openings of this and next year. */
export async function readMarket(tx: Tx, today: string): Promise<Market> {
  const modules = (
    await sql<Module>`select g.code, m.code as module, min(m.name) as name, min(m.academic_hours)::int as hours,
      m.competences from programmes.module_v m join programmes.version_v v on v.id = m.version_id
      join programmes.programme_v g on g.id = m.programme_id
      where v.valid @> ${today}::date and cardinality(m.competences) > 0 group by g.code, m.code, m.competences
      order by g.code, m.code`.execute(tx)
  ).rows;
  const year = Number(today.slice(0, 4));
  const people = (
    await sql<Person>`select s.id, g.code, s.graduation_year as year, s.status = 'graduated' as graduated,
        o.municipality_id as "municipalityId"
      from programmes.student_v s join programmes.programme_v g on g.id = s.programme_id
      join registry.organisation_v o on o.id = s.organisation_id
      where (s.status = 'studying' and s.graduation_year <= ${year + 2}) or (s.status = 'graduated' and s.graduation_year >= ${year - 3})
      order by s.id`.execute(tx)
  ).rows;
  const openings = (
    await sql<Opening>`with o as (
        select 'line:' || l.id as id, l.id as row_id, l.organisation_id as employer, l.spo_code, l.occupation, l.year, l.municipality_id
        from needs.line_v l
        where l.state <> 'withdrawn' and l.year in (${year}, ${year + 1}) and l.count > 0
        union all
        select 'vacancy:' || v.id, v.id, v.organisation_id, null, v.occupation, null, v.municipality_id from needs.vacancy_v v
        where v.organisation_id is not null and v.closed_on is null and v.duplicate_of is null)
      select o.id, o.employer, o.year, o.municipality_id as "municipalityId", case when o.spo_code is not null then array[o.spo_code] else coalesce((
          select array_agg(e.from_code order by e.weight desc, e.from_code) from classifiers.edge_v e where e.from_list = 'spo'
            and e.to_list = 'occupation' and e.to_code = o.occupation and e.valid @> ${today}::date), '{}') end as codes,
        (select jsonb_agg(jsonb_build_object('code', r.programme_code, 'competence', r.competence, 'essential', r.essential)
            order by r.programme_code, r.competence) from hiring.requirement r
          where coalesce(r.need_line_id, r.vacancy_id) = o.row_id) as asked
      from o order by o.id`.execute(tx)
  ).rows;
  const examined = await readExamined(tx, openings);
  const at = await positions(tx);
  const km = await settingOn<number>(tx, 'hiring.fitKm', today);
  const place = ({ municipalityId }: Where) => (municipalityId ? (at.get(municipalityId) ?? {}) : {});
  const seen = await sql<{
    id: string;
  }>`select distinct student_id as id from hiring.shown_v order by 1`.execute(tx);
  const groups = await sql<{ code: string; name: string }>`select code, name from classifiers.item_v
    where list = 'ugs'`.execute(tx);
  const held = new Map<string, string[]>();
  const words: Record<string, string> = {};
  for (const { code, name, competences } of modules)
    for (const competence of competences) {
      const skill = skillOf(code, competence);
      held.set(code, [...(held.get(code) ?? []), skill]);
      words[skill] ??= skill === competence ? competence : `${competence}. ${name}`;
    }
  for (const { code, name } of groups.rows) words[groupOf(code)] = name;
  Object.assign(words, examined.words);
  return {
    instance: {
      skills: graph([...modules, ...examined.modules]),
      people: people.map(
        ({ id, code, year: finishes, graduated, municipalityId }): FitPerson => ({
          // the own group of specialities is held whole: nobody lacks what the programme belongs to
          id,
          has: [...new Set([...(held.get(code) ?? []), groupOf(code), ...(examined.held.get(id) ?? [])])],
          programme: code,
          // nobody is proposed for work before the end of the studies, or farther than people move
          ...(graduated ? {} : { from: `${finishes}-06-30` }),
          ...place({ municipalityId }),
          maxKm: km,
        }),
      ),
      openings: openings.flatMap((it) =>
        asks(it, held, examined.asked).map((one) => ({
          ...one,
          ...place(it),
          // what is needed in a year is met by those who finish by the end of the next; a vacancy waits a year at most
          to: it.year === null ? `${year + 1}${today.slice(4)}` : `${it.year + 1}-12-31`,
        })),
      ),
      options: { k: 8, broader: 600, sibling: 200, essential: 2, by: 'share' },
    },
    modules: modules.map(({ code, module, name, hours, competences }) => ({
      id: `${code} ${module}`,
      name: `${code}, ${module}. ${name}`,
      gives: competences.map((it) => skillOf(code, it)),
      hours,
    })),
    words,
    seen: seen.rows.map(({ id }) => id),
  };
}

/**
 * What the employer named; else the professional competences of the specialities that lead to the occupation, those of
 * the first one essential, with the general ones, aspects of the exam and the group of specialities beside them.
 */
function asks(
  { id, employer, codes, asked }: Opening,
  held: Map<string, string[]>,
  byExam: Map<string, string[]>,
): FitOpening[] {
  if (asked) {
    const skills = (essential: boolean) =>
      asked.filter((it) => it.essential === essential).map((it) => skillOf(it.code, it.competence));
    return [{ id, employer, essential: skills(true), optional: skills(false) }];
  }
  const [first, ...others] = codes.filter((code) => held.has(code));
  if (!first) return [];
  const own = held.get(first) ?? [];
  const professional = own.filter((it) => it.startsWith(first));
  return [
    {
      id,
      employer,
      essential: professional,
      optional: [
        ...own.filter((it) => !it.startsWith(first)),
        ...others.flatMap((code) => (held.get(code) ?? []).filter((it) => it.startsWith(code))),
        ...(byExam.get(first) ?? []),
        groupOf(first),
      ],
    },
  ];
}
