import { sql } from 'kysely';
import { bulkInsert } from '../../../platform/database/index.ts';
import { judge, settingsOf } from '../../../platform/rules/index.ts';
import {
  type FieldFault,
  notFound,
  type RunArgs,
  refuse,
  useCase,
} from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { attemptsOf } from '../repeats/read-repeats.ts';
import { againRule, onceRule } from '../rules/result-rules.ts';
import { loadSession, type Session, visibleSession } from './load-session.ts';
import { takePersonDays } from './take-workplaces.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'newId' | 'change'>;
interface Candidate {
  studentId: string;
  personId: string;
  groupId: string;
  organisationId: string;
  name: string;
  code: string;
  status: string;
  other: string | null;
  otherDay: string | null;
  attempts: number;
  last: {
    id: string;
    day: string;
    present: boolean | null;
    absence: string | null;
    absenceOn: string | null;
    state: string;
    grade: number | null;
    annulled: boolean;
  } | null;
}

/** Why a student may come again, and since when the term runs. */
export function groundOfRepeat(last: NonNullable<Candidate['last']>) {
  if (last.state === 'annulled' || last.annulled) return { why: 'annulled' as const, since: last.day };
  if (last.present === false && last.absence === 'valid')
    return { why: 'valid' as const, since: last.absenceOn ?? last.day };
  return { why: last.present === false ? ('unexcused' as const) : ('failed' as const), since: last.day };
}

/**
 * Admits students: of the session's own college and specialty, studying, in no other exam, and after the term when they
 * come again. Each fault is told by the student's place in the list.
 */
export async function admit(args: Args, session: Session, studentIds: readonly string[]): Promise<number> {
  const { tx, newId } = args;
  const ids = [...new Set(studentIds)];
  const { rows } =
    await sql<Candidate>`select v.id as "studentId", v.person_id as "personId", v.group_id as "groupId",
      v.organisation_id as "organisationId", p.short_name as name, g.programme_code as code, v.status,
      o.code as other, o.day as "otherDay",
      ${attemptsOf('v.id')} as attempts,
      (select jsonb_build_object('id', e.id, 'day', s.day, 'present', e.present, 'absence', e.absence, 'absenceOn', e.absence_on,
          'state', s.state, 'grade', w.grade, 'annulled', coalesce(w.annulled, false))
        from exams.examinee e join exams.session s on s.id = e.session_id
        left join lateral (select * from exams.grade_v g where g.examinee_id = e.id offset 0) w on true
        where e.student_id = v.id and s.state <> 'cancelled' and not e.holds order by s.day desc limit 1) as last
    from programmes.student_v v join registry.person_v p on p.id = v.person_id
    join programmes.study_group_v g on g.id = v.group_id
    left join exams.examinee x on x.student_id = v.id and x.holds left join exams.session o on o.id = x.session_id
    where v.id = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)) order by v.id`.execute(
      tx,
    );
  if (rows.length < ids.length) throw notFound();
  const settings = await settingsOf(tx, againRule, session.day);
  const faults: FieldFault[] = [];
  let rule: string | undefined;
  for (const one of rows) {
    const path = `studentIds.${studentIds.indexOf(one.studentId)}`;
    const fault = (key: string, params: Record<string, unknown>, by?: string) => {
      faults.push({ path, key, params });
      rule ??= by;
    };
    if (one.organisationId !== session.organisationId || one.code !== session.programmeCode)
      fault('exams:error.otherProgramme', { name: one.name, code: session.programmeCode });
    const { name, other, otherDay } = one;
    const once = judge(
      onceRule,
      { name, other, day: otherDay, studying: one.status === 'studying' },
      {},
      session.day,
    );
    if (once.is === 'refused') fault(once.messageKey, once.params, 'EX-08');
    if (!one.last) continue;
    // sat and passed, or credited with a championship without sitting
    if ((one.last.grade ?? 2) > 2 && !one.last.annulled && one.last.state !== 'annulled') {
      fault('exams:error.alreadyPassed', { name, grade: one.last.grade }, 'EX-08');
      continue;
    }
    const facts = { ...groundOfRepeat(one.last), day: session.day, resits: one.attempts };
    const again = judge(againRule, facts, settings, session.day);
    if (again.is === 'refused') fault(again.messageKey, { ...again.params, name }, 'DE-21');
  }
  const [first] = faults;
  if (first) throw refuse(first.key, first.params, { fields: faults, rule, status: 409 });
  await takePersonDays(tx, {
    persons: rows.map(({ personId }) => personId),
    day: session.day,
    sessionId: session.id,
    as: 'examinee',
  });
  await bulkInsert(
    tx,
    'exams.examinee',
    rows.map((one) => ({
      id: newId(),
      session_id: session.id,
      student_id: one.studentId,
      person_id: one.personId,
      organisation_id: one.organisationId,
      group_id: one.groupId,
      attempt: one.attempts + 1,
      repeats: one.last?.id ?? null,
    })),
  );
  // an order of workplaces drawn for other people says nothing any more
  await sql`delete from exams.draw where session_id = ${session.id} and drawn_at is null`.execute(tx);
  args.change({
    subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
    after: { admitted: ids },
  });
  return ids.length;
}

export const admitStudents = useCase(contract.admitStudents, {
  right: 'exams.session.plan',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    if (session.state !== 'planned')
      throw refuse(
        'exams:error.onlyPlanned',
        { state: `exams:state.session.${session.state}` },
        { status: 409 },
      );
    return { id: session.id, admitted: await admit(args, session, input.studentIds) };
  },
});
