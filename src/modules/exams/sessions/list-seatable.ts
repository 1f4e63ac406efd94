import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { codesThatCover, judgeExams } from '../../specialists/index.ts';
import { contract } from '../contract.ts';
import { examineesOf, loadSession, type Seat, type Session, seatsOf } from './load-session.ts';
import type { seatable } from './schemas.ts';

interface Candidate {
  personId: string;
  name: string;
  organisation: string | null;
  /** Another exam on the same day. */
  busy: string | null;
}

const busyOn = (
  day: string,
) => sql`(select s.code from exams.person_day d join exams.session s on s.id = d.session_id
  where d.person_id = p.id and d.day = ${day}::date limit 1) as busy`;

/** Who holds the right for the seat on the exam's day. */
async function experts(tx: Tx, s: Session, lead: boolean): Promise<Candidate[]> {
  const codes = codesThatCover([s.programmeCode, ...(s.skill ? [s.skill] : [])]);
  const { rows } =
    await sql<Candidate>`select p.id as "personId", p.short_name as name, e.organisation, ${busyOn(s.day)}
    from registry.person_v p join specialists.expert_v e on e.person_id = p.id
    where exists (select 1 from specialists.expert_right_v r where r.person_id = p.id and r.regime = ${s.regime}
      and r.valid @> ${s.day}::date and r.code in (${sql.join(codes)}) and (r.may_lead or not ${lead}::boolean))
    order by p.sort_key, p.id`.execute(tx);
  return rows;
}

/** Technical experts of the centre's organisation first, then of the others. */
async function technical(tx: Tx, s: Session): Promise<Candidate[]> {
  const { rows } =
    await sql<Candidate>`select p.id as "personId", p.short_name as name, min(o.short_name) as organisation,
      ${busyOn(s.day)}
    from registry.person_v p join registry.assignment_v a on a.person_id = p.id and a.role = 'technical_expert'
      and a.valid @> ${s.day}::date
    left join registry.organisation_v o on o.id = a.organisation_id
    group by p.id, p.short_name, p.sort_key
    order by bool_or(a.organisation_id = ${s.centreOrganisationId}) desc nulls last, p.sort_key, p.id`.execute(
      tx,
    );
  return rows;
}

/** Members of the college's board of the exam's year. */
async function witnesses(tx: Tx, s: Session): Promise<Candidate[]> {
  const { rows } =
    await sql<Candidate>`select p.id as "personId", p.short_name as name, null as organisation, ${busyOn(s.day)}
    from exams.board b join exams.board_member m on m.board_id = b.id join registry.person_v p on p.id = m.person_id
    where b.kind = 'board' and b.organisation_id = ${s.organisationId} and b.year = ${Number(s.day.slice(0, 4))}
    order by p.sort_key, p.id`.execute(tx);
  return rows;
}

async function candidates(tx: Tx, s: Session, role: Seat['role']): Promise<Candidate[]> {
  if (role === 'technical') return technical(tx, s);
  return role === 'witness' ? witnesses(tx, s) : experts(tx, s, role === 'chief');
}

type Out = z.output<typeof seatable>;

/** Who can take a seat of an exam, and of everybody who cannot the reason: a conflict, another exam that day, a seat here. */
export const listSeatable = useCase(contract.listSeatable, {
  right: 'exams.seat.edit',
  async run({ input, tx }) {
    const s = await loadSession(tx, input.id);
    const people = await candidates(tx, s, input.role);
    const judged = input.role === 'chief' || input.role === 'line';
    const found = judged
      ? await judgeExams(tx, {
          experts: people.map(({ personId }) => personId),
          examinees: (await examineesOf(tx, s.id)).map(({ personId }) => ({
            key: s.id,
            personId,
            on: s.day,
          })),
        })
      : [];
    const here = new Map((await seatsOf(tx, s.id)).map(({ personId, role }) => [personId, role]));
    const rows = people.map(({ personId, name, organisation, busy }): Out => {
      const conflict = found.find(({ expertId, severity }) => expertId === personId && severity === 'block');
      const role = here.get(personId);
      const why: Out['why'] = conflict
        ? { rule: conflict.code, key: conflict.messageKey, params: { ...conflict.params, name } }
        : role
          ? { rule: '', key: 'exams:error.seatedAs', params: { name, role: `exams:seat.${role}` } }
          : busy
            ? { rule: 'EX-01', key: 'exams:why.busy', params: { exam: busy } }
            : null;
      return { personId, name, organisation, why };
    });
    return { rows: [...rows.filter(({ why }) => !why), ...rows.filter(({ why }) => why)] };
  },
});
