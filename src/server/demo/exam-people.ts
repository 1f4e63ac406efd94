// cyrillic: names of invented people
import { sql } from 'kysely';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { days } from './days.ts';

const NAMES = {
  expert: ['Оценкин', 'Степан', 'Ильич'],
  technical: ['Станкова', 'Вера', 'Павловна'],
  chair: ['Присудов', 'Аркадий', 'Львович'],
  appeal: [
    ['Пересмотрова', 'Нина', 'Олеговна', 'chair'],
    ['Вникаев', 'Роман', 'Юрьевич', 'secretary'],
    ['Сверялов', 'Олег', 'Петрович', 'member'],
    ['Слушалова', 'Ирина', 'Сергеевна', 'member'],
    ['Доводов', 'Марк', 'Андреевич', 'member'],
    ['Разборова', 'Алла', 'Игоревна', 'member'],
    ['Уточняева', 'Дарья', 'Денисовна', 'member'],
  ],
} as const;

async function person(tx: Tx, newId: () => string, [surname, given, patronymic]: readonly string[]) {
  const id = newId();
  const key = `${surname} ${given} ${patronymic}`.toLowerCase().replaceAll('ё', 'е');
  await sql`insert into registry.person (id, surname, given_name, patronymic, sort_key, is_demo)
    values (${id}, ${surname}, ${given}, ${patronymic}, ${key}, true)`.execute(tx);
  return id;
}

async function appoint(
  tx: Tx,
  newId: () => string,
  one: { personId: string; role: string; organisationId: string | null; from: string },
) {
  await sql`insert into registry.assignment (id, person_id, role, organisation_id, valid, ground)
    values (${newId()}, ${one.personId}, ${one.role}, ${one.organisationId}, ${days(one.from)}, 'демо')`.execute(
    tx,
  );
}

/** An expert of a plant for a broad field, and the technical expert of a centre. Each has one role: a sign-in shows it. */
export async function makeSeatPeople(
  tx: Tx,
  newId: () => string,
  { centreOrganisationId, code, from }: { centreOrganisationId: string; code: string; from: string },
): Promise<{ expert: string; technical: string }> {
  const { rows } = await sql<{
    id: string;
    municipalityId: string | null;
  }>`select id, municipality_id as "municipalityId" from registry.organisation_v
    where kind = 'enterprise' order by id limit 1`.execute(tx);
  const plant = rows[0];
  const expert = await person(tx, newId, NAMES.expert);
  await appoint(tx, newId, { personId: expert, role: 'expert', organisationId: null, from });
  const expertId = newId();
  await sql`insert into specialists.expert (id, person_id, organisation_id, post, of_employers, municipality_id, month_limit,
      source, is_demo)
    values (${expertId}, ${expert}, ${plant?.id ?? null}, 'инженер-технолог', true, ${plant?.municipalityId ?? null}, 8,
      'демо', true)`.execute(tx);
  await sql`insert into specialists.expert_right (id, expert_id, regime, level, code, valid, document_number, document_on, source)
    values (${newId()}, ${expertId}, 'ORDER_800', 'expert', ${`${code.slice(0, 2)}.00.00`}, ${days('2025-09-01', '2027-08-31')},
      'ДЭ-00043', '2025-09-01', 'демо')`.execute(tx);
  if (plant)
    await sql`insert into registry.tie (id, kind, person_id, to_organisation_id, valid, source_kind, source_id)
      values (${newId()}, 'works_for', ${expert}, ${plant.id}, ${days('2019-03-01')}, 'specialists.expert', ${expertId})`.execute(
      tx,
    );
  const technical = await person(tx, newId, NAMES.technical);
  await appoint(tx, newId, {
    personId: technical,
    role: 'technical_expert',
    organisationId: centreOrganisationId,
    from,
  });
  return { expert, technical };
}

/** The board of a college with a chair, and its commission of appeals. */
export async function makeBoards(
  tx: Tx,
  newId: () => string,
  { organisationId, from, year }: { organisationId: string; from: string; year: number },
): Promise<void> {
  const chair = await person(tx, newId, NAMES.chair);
  await appoint(tx, newId, { personId: chair, role: 'board_chair', organisationId, from });
  await seatChair(tx, newId, { organisationId, year, chair });
  await makeCommission(tx, newId, { organisationId, year, from });
}

/** The chair takes the place of the invented head of a plant. */
async function seatChair(
  tx: Tx,
  newId: () => string,
  { organisationId, year, chair }: { organisationId: string; year: number; chair: string },
): Promise<void> {
  const id = newId();
  await sql`insert into exams.board (id, organisation_id, kind, year, number, approved_on, is_demo)
    values (${id}, ${organisationId}, 'board', ${year}, '1-ГИА', ${`${year - 1}-11-16`}, true) on conflict do nothing`.execute(
    tx,
  );
  const { rows } = await sql<{ id: string }>`select id from exams.board
    where organisation_id = ${organisationId} and kind = 'board' and year = ${year}`.execute(tx);
  const boardId = rows[0]?.id ?? id;
  await sql`delete from exams.board_member where board_id = ${boardId} and post = 'chair'`.execute(tx);
  await sql`insert into exams.board_member (board_id, person_id, post) values (${boardId}, ${chair}, 'chair')`.execute(
    tx,
  );
  // who represents the college in the board bears witness at its exams
  await sql`insert into exams.board_member (board_id, person_id, post)
    select ${boardId}, a.person_id, 'member' from registry.assignment a
    where a.organisation_id = ${organisationId} and a.role in ('college_deputy', 'college_head') on conflict do nothing`.execute(
    tx,
  );
}

/** Chair, secretary and five members, none of them of the board (DE-23). */
async function makeCommission(
  tx: Tx,
  newId: () => string,
  { organisationId, year, from }: { organisationId: string; year: number; from: string },
): Promise<void> {
  const id = newId();
  await sql`insert into exams.board (id, organisation_id, kind, year, number, approved_on, is_demo)
    values (${id}, ${organisationId}, 'appeal', ${year}, '2-АК', ${`${year - 1}-11-16`}, true)`.execute(tx);
  const members: object[] = [];
  for (const [surname, given, patronymic, post] of NAMES.appeal) {
    const personId = await person(tx, newId, [surname, given, patronymic]);
    await appoint(tx, newId, { personId, role: 'appeal_member', organisationId, from });
    members.push({ board_id: id, person_id: personId, post });
  }
  await bulkInsert(tx, 'exams.board_member', members);
}
