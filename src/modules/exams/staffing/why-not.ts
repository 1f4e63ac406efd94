import { sql } from 'kysely';
import type { z } from 'zod';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { expertRightsOn, judgeExams, plannableExperts } from '../../specialists/index.ts';
import { contract } from '../contract.ts';
import type { whyNotReason } from './staffing-contract.ts';

interface Session {
  day: string;
  regime: 'WSR_2020' | 'ORDER_800';
  codes: string[];
  examinees: string[];
  name: string;
  busy: string | null;
}
type Reason = z.input<typeof whyNotReason>;

/**
 * «Почему этому человеку нельзя судить здесь»: everything that stands against it, rule by rule, in the order a person
 * would ask; kinship stays a personal circumstance. Nothing listed: the person may be called.
 */
export const whyNot = useCase(contract.whyNot, {
  right: 'exams.staffing.read',
  async run({ input, tx }) {
    const { id, personId } = input;
    const { rows } = await sql<Session>`select s.day, s.regime,
        to_jsonb(array_remove(array[k.programme_code, k.skill], null)) as codes, p.full_name as name,
        (select o.code from exams.person_day d join exams.session o on o.id = d.session_id
          where d.person_id = p.id and d.day = s.day and d.session_id <> s.id) as busy,
        (select coalesce(jsonb_agg(e.person_id), '[]'::jsonb) from exams.examinee e where e.session_id = s.id) as examinees
      from exams.session s join exams.kit k on k.id = s.kit_id join registry.person_v p on p.id = ${personId}
      where s.id = ${id}`.execute(tx);
    const { day, regime, codes, examinees, name, busy } = found(rows[0]);
    const reasons: Reason[] = [];
    const rights = await expertRightsOn(tx, { persons: [personId], regime, codes, on: day });
    if (rights.length === 0)
      reasons.push({
        key: 'exams:staffing.why.noRight',
        params: { name, code: codes.join(', '), day },
        rule: null,
      });
    const [one] = (await plannableExperts(tx, { regime, from: day, to: day })).filter(
      (e) => e.personId === personId,
    );
    if (one && !one.days.includes(day))
      reasons.push({ key: 'exams:staffing.why.away', params: { name, day }, rule: null });
    if (busy)
      reasons.push({ key: 'exams:staffing.why.busy', params: { name, session: busy, day }, rule: 'EX-01' });
    const conflicts = await judgeExams(tx, {
      experts: [personId],
      examinees: examinees.map((examinee) => ({ key: id, personId: examinee, on: day })),
    });
    for (const { messageKey, params, code, severity } of conflicts)
      reasons.push({ key: messageKey, params, rule: code, declare: severity === 'declare' });
    return {
      may: reasons.every(({ declare }) => declare === true),
      lead: rights.some(({ mayLead }) => mayLead),
      reasons,
    };
  },
  reads: ({ input }) => ({ kind: 'exams.session', id: input.id, personId: input.personId }),
});
