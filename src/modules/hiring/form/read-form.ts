import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { formRow } from '../outcomes/entries.ts';
import {
  COLUMN_OF,
  type Counts,
  expectedOf,
  FACT_COLUMNS,
  type FormLine,
  faultsOf,
} from '../rules/form-controls.ts';

type Row = z.input<typeof formRow>;

interface Answer {
  code: string;
  name: string;
  target: boolean;
  what: string | null;
  people: number;
  agreed: number;
}

interface Part {
  code: string;
  line: number;
  counts: Counts;
}

const empty = (): Counts => Object.fromEntries(FACT_COLUMNS.map((it) => [it, 0]));

/** Who has not answered yet is not decided: the form has a column for that, and nobody is guessed. */
function count(answers: readonly Answer[]): FormLine['counts'] {
  const counts = empty();
  const add = (column: string, people: number) => {
    counts[column] = (counts[column] ?? 0) + people;
  };
  for (const { what, people } of answers) {
    add('07', people);
    add(COLUMN_OF[what ?? 'undecided'] ?? '26', people);
    if (what === 'registered_unemployed') add('22', people);
  }
  return counts;
}

const agreedOf = (answers: readonly Answer[]) => answers.reduce((all, it) => all + it.agreed, 0);

/**
 * The form of one college and year: line 1 and line 5 (target contracts) are counted from the answers of one month,
 * the others are the college's own counts; all eight lines of every speciality stand there, as the form asks.
 */
export async function readForm(
  tx: Tx,
  { organisationId, year, months }: { organisationId: string; year: number; months: number },
): Promise<{ rows: Row[]; unanswered: number }> {
  const { rows: answers } = await sql<Answer>`select x.programme_code as code,
      coalesce((select min(g.name) from programmes.programme_v g where g.code = x.programme_code), x.programme_code) as name,
      s.funding = 'target' as target, x.what, count(*)::int as people,
      count(*) filter (where (x.what is null or x.what = 'undecided') and exists (select 1 from hiring.offer f
        where f.person_id = x.person_id and f.state = 'accepted'))::int as agreed
    from hiring.outcome x join programmes.student_v s on s.id = x.student_id
    where x.organisation_id = ${organisationId} and x.graduation_year = ${year} and x.months = ${months}
    group by 1, 3, 4 order by 1`.execute(tx);
  const { rows: parts } = await sql<Part>`select programme_code as code, line, counts from hiring.form_part
    where organisation_id = ${organisationId} and graduation_year = ${year}`.execute(tx);
  const codes = [...new Set(answers.map((it) => it.code))];
  const rows = codes.flatMap((code): Row[] => {
    const own = answers.filter((it) => it.code === code);
    const target = own.filter((it) => it.target);
    const lines: FormLine[] = [1, 2, 3, 4, 5, 6, 7, 8].map((line) => {
      const asked = line === 1 ? own : line === 5 ? target : null;
      if (asked) {
        const counts = count(asked);
        return { line, counts, expected: expectedOf(counts, agreedOf(asked)) };
      }
      const counts = { ...empty(), ...parts.find((it) => it.code === code && it.line === line)?.counts };
      return { line, counts, expected: expectedOf(counts, 0) };
    });
    const faults = faultsOf(lines);
    const programme = own[0]?.name ?? code;
    return lines.map(({ line, counts, expected }) => ({
      programmeCode: code,
      programme,
      line,
      counts,
      expected,
      faults: faults.get(line) ?? [],
    }));
  });
  return { rows, unanswered: answers.reduce((all, it) => all + (it.what === null ? it.people : 0), 0) };
}
