import { sql } from 'kysely';
import { inTransaction, type Tx } from '../../../platform/database/index.ts';
import type { TestWorld } from '../../../testing/world.ts';
import { addTie, insertAssignment, joinCohort, type NewTie, saveCohort } from '../../registry/index.ts';

/** Colleges, plants, persons, groups and ties, made one by one as rooms make them. */
export function examScene(world: TestWorld) {
  const { newId } = world;
  const run = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(world.db, work);

  const organisation = async (kind: string, name: string): Promise<string> => {
    const { id } = await world.call<{ id: string }>(
      'registry.saveOrganisation',
      { kind, fullName: name, shortName: name },
      world.as('admin'),
    );
    return id;
  };
  const person = async (surname: string, givenName = 'Анна'): Promise<string> => {
    const id = newId();
    await sql`insert into registry.person (id, surname, given_name, sort_key)
      values (${id}, ${surname}, ${givenName}, ${`${surname} ${givenName}`.toLowerCase()})`.execute(world.db);
    return id;
  };
  const group = async (organisationId: string, people: string[], since = '2023-09-01'): Promise<string> => {
    const id = newId();
    await run(async (tx) => {
      await saveCohort(tx, { id, kind: 'study_group', name: '15.01.05-23-1', organisationId });
      for (const one of people) await joinCohort(tx, id, one, since);
    });
    return id;
  };
  const student = async (organisationId: string, surname: string): Promise<string> => {
    const personId = await person(surname, 'Иван');
    await run((tx) =>
      insertAssignment(tx, {
        personId,
        role: 'student',
        organisationId,
        from: '2023-09-01',
        to: null,
        appointedBy: null,
        ground: 'тест',
        newId,
      }),
    );
    return personId;
  };
  const tie = (
    kind: NewTie['kind'],
    from: NewTie['from'],
    to: NewTie['to'],
    [since, until]: [string | null, string | null] = ['2026-05-01', null],
    sourceKind = 'test',
  ) =>
    run((tx) =>
      addTie(tx, { kind, from, to, since, until, source: { kind: sourceKind, id: newId() }, newId }),
    );
  return { run, organisation, person, group, student, tie };
}
