import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { aspectPoints, spreadOf } from '../rules/points.ts';
import type { Session } from '../sessions/load-session.ts';
import { comparePaper } from './compare-paper.ts';

export interface Aspect {
  id: string;
  code: string;
  title: string;
  kind: 'measurement' | 'judgement';
  how: 'whole' | 'steps' | 'scale';
  max: number;
  criterion: string;
  criterionTitle: string;
  criterionMax: number;
  note: string | null;
  scale: string[] | null;
}

/** The aspects of a kit in the order of its sheet. */
export async function aspectsOf(tx: Tx, kitId: string): Promise<Aspect[]> {
  const { rows } = await sql<Aspect>`select a.id, a.code, a.title, a.kind, a.how, a.max, c.code as criterion,
      c.title as "criterionTitle", c.max as "criterionMax", a.note, to_jsonb(a.scale) as scale
    from exams.kit_aspect a join exams.kit_subcriterion u on u.id = a.subcriterion_id
    join exams.kit_criterion c on c.id = u.criterion_id where a.kit_id = ${kitId}
    order by c.position, u.position, a.position`.execute(tx);
  return rows;
}

export interface StandingMark {
  examineeId: string;
  aspectId: string;
  personId: string;
  value: number;
}

/**
 * The marks that stand: of one device the greatest number, of several devices of one expert what reached the server last.
 * Nobody's row replaces another's.
 */
export async function standingMarks(tx: Tx, sessionId: string): Promise<StandingMark[]> {
  const { rows } = await sql<StandingMark>`select distinct on (m.examinee_id, m.aspect_id, m.person_id)
      m.examinee_id as "examineeId", m.aspect_id as "aspectId", m.person_id as "personId", m.value
    from (select distinct on (examinee_id, aspect_id, person_id, device) * from exams.mark where session_id = ${sessionId}
      order by examinee_id, aspect_id, person_id, device, sequence desc) m
    order by m.examinee_id, m.aspect_id, m.person_id, m.server_at desc, m.sequence desc`.execute(tx);
  return rows;
}

export interface AspectStanding {
  aspect: Aspect;
  values: number[];
  needed: number;
  points: number | null;
}

/** One examinee's aspects with the values of the experts: what lacks, what differs, what it comes to. */
export function standingOf(
  aspects: readonly Aspect[],
  marks: readonly StandingMark[],
  judges: number,
): AspectStanding[] {
  const values = new Map<string, number[]>();
  for (const { aspectId, value } of marks) values.set(aspectId, [...(values.get(aspectId) ?? []), value]);
  return aspects.map((aspect) => {
    const given = values.get(aspect.id) ?? [];
    return {
      aspect,
      values: given,
      needed: aspect.kind === 'judgement' ? judges : 1,
      points: aspectPoints(aspect, given),
    };
  });
}

interface Present {
  id: string;
  place: string;
}

/** What the step to «marked» asks: whoever lacks an aspect, differs too much, or is over the maximum. */
export async function markFacts(tx: Tx, s: Pick<Session, 'id' | 'kitId' | 'source' | 'judges' | 'spread'>) {
  const nothing = { code: '', place: '', values: [] as number[] };
  const none = {
    missing: [] as { place: string; code: string }[],
    unsigned: [] as { place: string; name: string }[],
    measures: nothing,
    most: 0,
  };
  const spread = { ...nothing, spread: s.spread };
  const typed = { typed: 2, samePerson: false, differences: 0 };
  const { rows: people } =
    await sql<Present>`select id, coalesce(workplace::text, '?') as place from exams.examinee
    where session_id = ${s.id} and present order by workplace`.execute(tx);
  if (s.source !== 'here') {
    const { rows } = await sql<{
      examineeId: string;
      points: number;
    }>`select examinee_id as "examineeId", points from exams.result
      where session_id = ${s.id}`.execute(tx);
    const known = new Set(rows.map(({ examineeId }) => examineeId));
    // typed by hand: the two typings say what lacks; imported: each present one has a result
    if (s.source === 'paper') {
      const { people: given, ...compared } = await comparePaper(tx, s.id);
      const lacking = compared.typed > 0 ? people.filter(({ id }) => !given.includes(id)) : [];
      return {
        ...none,
        spread,
        typed: compared,
        missing: lacking.map(({ place }) => ({ place, code: '' })),
      };
    }
    return {
      ...none,
      spread,
      typed,
      missing: people.filter(({ id }) => !known.has(id)).map(({ place }) => ({ place, code: '' })),
      most: Math.max(0, ...rows.map(({ points }) => points)),
    };
  }
  const aspects = await aspectsOf(tx, s.kitId);
  const marks = await standingMarks(tx, s.id);
  const { rows: unsigned } = await sql<{
    place: string;
    name: string;
  }>`select coalesce(e.workplace::text, '?') as place, p.short_name as name
    from exams.examinee e join exams.session_expert x on x.session_id = e.session_id and x.role = 'line' and x.state = 'confirmed'
    join registry.person_v p on p.id = x.person_id where e.session_id = ${s.id} and e.present
      and not exists (select 1 from exams.place_sign g where g.examinee_id = e.id and g.person_id = x.person_id)
    order by e.workplace, p.sort_key`.execute(tx);
  const out = { ...none, unsigned, spread, typed };
  for (const { id, place } of people) {
    let total = 0;
    for (const { aspect, values, needed, points } of standingOf(
      aspects,
      marks.filter(({ examineeId }) => examineeId === id),
      s.judges,
    )) {
      total += points ?? 0;
      const { code, kind } = aspect;
      if (values.length < needed) out.missing.push({ place, code });
      if (kind === 'measurement' && new Set(values).size > 1) out.measures = { code, place, values };
      if (kind === 'judgement' && spreadOf(values) > s.spread)
        out.spread = { code, place, values, spread: s.spread };
    }
    out.most = Math.max(out.most, total);
  }
  return out;
}
