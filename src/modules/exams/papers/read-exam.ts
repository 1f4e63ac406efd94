import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import { needsOf } from '../kits/get-kit.ts';
import { loadKit } from '../kits/load-kit.ts';
import { examineesOf, type Session, seatsOf } from '../sessions/load-session.ts';
import type { ExamData } from './exam-data.ts';

interface More {
  isDemo: boolean;
  checkNumber: string | null;
  drawMethod: 'lottery' | 'hand' | null;
  drawnAt: string | null;
  commitment: string | null;
  seed: string | null;
  beacon: string | null;
  witnesses: string | null;
  drawHash: string | null;
  short: { title: string; need: number; have: number }[];
  protocol: string | null;
  protocolHash: string | null;
}
type Result = Pick<ExamData['people'][number], 'points' | 'max' | 'grade'> & {
  id: string;
  annulled: boolean;
};

/** Everything the papers of one exam are filled from; names only for those who may see them. */
export async function readExam(
  tx: Tx,
  s: Session,
  named: boolean,
): Promise<{ data: ExamData; isDemo: boolean }> {
  const { rows } =
    await sql<More>`select s.is_demo as "isDemo", s.check_number as "checkNumber", d.method as "drawMethod",
      d.drawn_at as "drawnAt", d.commitment, case when d.drawn_at is not null then d.seed end as seed, d.beacon, d.witnesses,
      d.hash as "drawHash", coalesce(c.short, '[]'::jsonb) as short, p.number as protocol, p.hash as "protocolHash"
    from exams.session s left join exams.draw d on d.session_id = s.id
    left join lateral (select k.short from exams.centre_check k where k.centre_id = s.centre_id and k.kit_code = ${s.kitCode}
      and k.valid @> s.day order by k.checked_on desc limit 1) c on true
    left join lateral (select number, hash from exams.protocol where session_id = s.id order by version desc limit 1) p on true
    where s.id = ${s.id}`.execute(tx);
  const more = found(rows[0]);
  const { rows: results } = await sql<Result>`select e.id, r.points, r.max, w.grade,
      coalesce(w.annulled, e.annulled_on is not null) as annulled
    from exams.examinee e left join exams.grade_v w on w.examinee_id = e.id
    left join lateral (select points, max from exams.result where examinee_id = e.id order by made_at desc, id desc limit 1) r on true
    where e.session_id = ${s.id}`.execute(tx);
  const result = new Map(results.map((one) => [one.id, one]));
  const kit = found(await loadKit(tx, s.kitId));
  const lacking = new Map(more.short.map(({ title, have }) => [title, have]));
  const data: ExamData = {
    exam: s.code,
    day: s.day,
    startsAt: s.startsAt,
    checkedOn: s.checkedOn,
    checkOn: s.checkOn,
    college: s.college,
    centre: s.centre,
    address: s.centreAddress,
    kit: s.kitCode,
    programme: `${s.programmeCode} ${s.programmeName}`,
    minutes: s.minutes,
    workplaces: s.workplaces,
    resultsOn: s.resultsOn,
    checkNumber: more.checkNumber,
    protocol: more.protocol,
    protocolHash: more.protocolHash,
    seats: (await seatsOf(tx, s.id)).map(({ name, role, organisation, briefed }) => ({
      name,
      role,
      organisation: organisation ?? '',
      briefed,
    })),
    people: (await examineesOf(tx, s.id)).map((one) => ({
      name: named ? one.name : '',
      group: one.group,
      workplace: one.workplace,
      briefed: one.briefed,
      helper: one.helper,
      present: one.present,
      points: null,
      max: null,
      grade: null,
      ...pick(result.get(one.id)),
    })),
    draw: more.drawMethod && {
      method: more.drawMethod,
      at: more.drawnAt,
      commitment: more.commitment ?? '',
      seed: more.seed,
      beacon: more.beacon,
      witnesses: more.witnesses,
      hash: more.drawHash ?? '',
    },
    needs: needsOf(kit.body, s.workplaces).map(({ title, unit, total }) => ({
      title,
      unit,
      need: total,
      have: lacking.get(title) ?? total,
    })),
  };
  return { data, isDemo: more.isDemo };
}

const pick = (one: Result | undefined) =>
  one === undefined
    ? {}
    : { points: one.points, max: one.max, grade: one.annulled ? null : one.grade, annulled: one.annulled };
