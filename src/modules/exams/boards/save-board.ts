import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { demand, judge, settingsOf } from '../../../platform/rules/index.ts';
import { found, notFound, type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { endRole, insertAssignment } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { commissionRule } from '../rules/result-rules.ts';

const GROUND = 'exams.board';
type Member = { personId: string; post: string };

/** Who sits in the other of the two bodies of this college and year: nobody may sit in both (DE-23). */
async function inBoth(
  tx: Tx,
  organisationId: string,
  kind: string,
  year: number,
  members: readonly Member[],
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select p.short_name as name from exams.board b
    join exams.board_member m on m.board_id = b.id join registry.person_v p on p.id = m.person_id
    where b.organisation_id = ${organisationId} and b.year = ${year} and b.kind <> ${kind}
      and m.person_id in (select jsonb_array_elements_text(${JSON.stringify(members.map(({ personId }) => personId))}::jsonb)::uuid)`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

/** Experts of this year's exams are of the board as well (DE-23): none of them hears appeals of the same college. */
async function demandStrangers(
  tx: Tx,
  { organisationId, year, members }: { organisationId: string; year: number; members: readonly Member[] },
): Promise<void> {
  const ids = JSON.stringify(members.map(({ personId }) => personId));
  const { rows } = await sql<{
    personId: string;
    name: string;
    exam: string;
  }>`select x.person_id as "personId", p.short_name as name, s.code as exam from exams.session_expert x
    join exams.session s on s.id = x.session_id join registry.person_v p on p.id = x.person_id
    where s.organisation_id = ${organisationId} and extract(year from s.day) = ${year} and x.role in ('chief', 'line')
      and x.state in ('invited', 'confirmed') and s.state <> 'cancelled'
      and x.person_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid) order by s.day limit 1`.execute(
    tx,
  );
  const [one] = rows;
  if (!one) return;
  const path = `members.${members.findIndex(({ personId }) => personId === one.personId)}.personId`;
  const params = { name: one.name, exam: one.exam };
  throw refuse('exams:error.inExpertGroup', params, {
    rule: 'DE-23',
    fields: [{ path, key: 'exams:error.inExpertGroup', params }],
  });
}

/** Roles follow the paper: a member of the board may grade, a member of the commission hears appeals, for the year. */
async function giveRoles(
  { tx, actor, newId }: Pick<RunArgs<unknown>, 'tx' | 'actor' | 'newId'>,
  {
    organisationId,
    kind,
    year,
    members,
    before,
  }: {
    organisationId: string;
    kind: string;
    year: number;
    members: readonly Member[];
    before: readonly Member[];
  },
) {
  const roleOf = ({ post }: Member) =>
    kind === 'appeal' ? 'appeal_member' : post === 'chair' ? 'board_chair' : 'board_member';
  const same = (a: Member) => (b: Member) => a.personId === b.personId && roleOf(a) === roleOf(b);
  const from = `${year}-01-01`;
  for (const one of before.filter((old) => !members.some(same(old))))
    await endRole(tx, {
      personId: one.personId,
      role: roleOf(one),
      organisationId,
      ground: GROUND,
      on: from,
    });
  for (const one of members.filter((fresh) => !before.some(same(fresh)))) {
    const { rows } =
      await sql`select 1 from registry.assignment_v where person_id = ${one.personId} and role = ${roleOf(one)}
      and organisation_id = ${organisationId} and valid && daterange(${from}::date, ${`${year}-12-31`}::date, '[]')`.execute(
        tx,
      );
    if (rows.length > 0) continue;
    await insertAssignment(tx, {
      personId: one.personId,
      role: roleOf(one),
      organisationId,
      from,
      to: `${year}-12-31`,
      appointedBy: actor.personId,
      ground: GROUND,
      newId,
    });
  }
}

export const saveBoard = useCase(contract.saveBoard, {
  right: 'exams.board.edit',
  async run(args) {
    const { input, tx, actor, scope, newId, change } = args;
    const organisationId = found(input.organisationId ?? actor.organisationId);
    if (scope !== 'all' && organisationId !== actor.organisationId) throw notFound();
    const { kind, year, number, approvedOn, members } = input;
    if (new Set(members.map(({ personId }) => personId)).size !== members.length)
      throw refuse(
        'exams:error.memberTwice',
        {},
        { fields: [{ path: 'members', key: 'exams:error.memberTwice' }] },
      );
    const of = (post: string) => members.filter((one) => one.post === post).length;
    if (of('chair') > 1)
      throw refuse(
        'exams:error.oneChair',
        {},
        { fields: [{ path: 'members', key: 'exams:error.oneChair' }] },
      );
    if (kind === 'appeal') await demandStrangers(tx, { organisationId, year, members });
    const both = await inBoth(tx, organisationId, kind, year, members);
    const day = `${year}-06-01`;
    const facts = {
      chair: of('chair') === 1,
      secretary: of('secretary') > 0,
      members: of('member') + of('deputy'),
      both,
    };
    // the board itself is judged with the exam (DE-05); that nobody sits in both is judged for either
    const asked = kind === 'appeal' ? facts : { chair: true, secretary: true, members: 99, both };
    demand(commissionRule, judge(commissionRule, asked, await settingsOf(tx, commissionRule, day), day));
    const { rows } = await sql<{
      id: string;
    }>`insert into exams.board (id, organisation_id, kind, year, number, approved_on, is_demo)
      values (${newId()}, ${organisationId}, ${kind}, ${year}, ${number}, ${approvedOn},
        (select is_demo from registry.organisation_v where id = ${organisationId}))
      on conflict (organisation_id, kind, year) do update set number = excluded.number, approved_on = excluded.approved_on,
        rev = exams.board.rev + 1 returning id`.execute(tx);
    const { id } = found(rows[0]);
    const { rows: before } = await sql<Member>`delete from exams.board_member where board_id = ${id}
      returning person_id as "personId", post`.execute(tx);
    for (const one of members)
      await sql`insert into exams.board_member (board_id, person_id, post) values (${id}, ${one.personId}, ${one.post})`.execute(
        tx,
      );
    await giveRoles(args, { organisationId, kind, year, members, before });
    change({
      subject: { kind: 'exams.board', id, organisationId },
      after: { kind, year, number, approvedOn, members },
    });
    return { id };
  },
});
