import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type question } from '../contract.ts';
import { organisationInScope, statedYears } from '../own-organisation.ts';

interface Line {
  id: string;
  occupation: string;
  name: string | null;
  spoCode: string | null;
  municipalityId: string;
  municipality: string;
  kind: 'new' | 'replacement' | 'project';
  reason: string | null;
  confidence: 'low' | 'mid' | 'high';
  year: number;
  count: number;
  state: 'stated' | 'confirmed' | 'withdrawn';
  rev: number;
}

interface Open {
  id: string;
  title: string;
  closesOn: string;
  questions: z.output<typeof question>[];
}

interface Answer {
  state: 'draft' | 'submitted' | 'checked' | 'returned';
  fields: Record<string, unknown>;
  rev: number;
}

/** Lines of one occupation, place and kind are one row of the table; each year is a cell. */
function intoRows(lines: readonly Line[]) {
  const rows = new Map<string, ReturnType<typeof rowOf>>();
  for (const line of lines) {
    const key = `${line.occupation}/${line.municipalityId}/${line.kind}`;
    const row = rows.get(key) ?? rowOf(key, line);
    const { id, year, count, state, rev } = line;
    row.cells.push({ id, year, count, state, rev });
    rows.set(key, row);
  }
  return [...rows.values()];
}

const rowOf = (key: string, line: Line) => {
  const { occupation, name, spoCode, municipalityId, municipality, kind, reason, confidence } = line;
  const cells: Pick<Line, 'id' | 'year' | 'count' | 'state' | 'rev'>[] = [];
  return { key, occupation, name, spoCode, municipalityId, municipality, kind, reason, confidence, cells };
};

export const getMyNeeds = useCase(contract.getMyNeeds, {
  right: 'needs.line.read',
  async run({ input, tx, actor, scope, today }) {
    const own = await organisationInScope(tx, { actor, scope, named: input.organisationId });
    const { from, to, campaignId } = await statedYears(tx, today);
    const lines = await sql<Line>`select l.id, l.occupation, i.name, l.spo_code as "spoCode",
        l.municipality_id as "municipalityId", m.name as municipality, l.kind, l.reason, l.confidence, l.year, l.count,
        l.state, l.rev
      from needs.line l join registry.municipality_v m on m.id = l.municipality_id
      left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
      where l.organisation_id = ${own.id} and l.state <> 'withdrawn' and l.kind <> 'project'
        and l.year between ${from} and ${to}
      order by i.sort_key nulls last, l.occupation, l.kind, l.municipality_id, l.year`.execute(tx);
    const campaigns = await sql<Open>`select id, title, closes_on as "closesOn", questionnaire as questions
      from needs.campaign where id = ${campaignId}`.execute(tx);
    const answers = await sql<Answer>`select state, fields, rev from needs.answer
      where campaign_id = ${campaignId} and organisation_id = ${own.id}`.execute(tx);
    const occupations = await sql<{ code: string; name: string }>`select code, name from classifiers.item_v
      where list = 'occupation' and status <> 'unknown' order by sort_key`.execute(tx);
    const places = await sql<{ id: string; name: string }>`select id, name from registry.municipality_v
      order by name`.execute(tx);
    return {
      organisation: { id: own.id, name: own.name, municipalityId: own.municipalityId },
      campaign: campaigns.rows[0] ?? null,
      years: Array.from({ length: to - from + 1 }, (_, i) => from + i),
      rows: intoRows(lines.rows),
      people: lines.rows.reduce((sum, it) => sum + it.count, 0),
      toConfirm: lines.rows.filter((it) => it.state === 'stated').length,
      answer: answers.rows[0] ?? { state: 'none' as const, fields: {}, rev: 0 },
      occupations: occupations.rows,
      municipalities: places.rows,
    };
  },
  can: ({ may }) => ({ edit: may('needs.line.edit'), confirm: may('needs.line.confirm') }),
});
