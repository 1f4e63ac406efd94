import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { place, readInstance, verifyPlacement } from '../../../engines/placement/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { myRoundLists } from '../personal/my-round-lists.ts';
import { addOffer, addPlan, addStudent } from '../testing/scene.test.kit.ts';
import {
  compute,
  draw,
  makeRoundScene,
  opening,
  openRanking,
  publish,
  type RoundScene,
  rank,
  standing,
} from './testing/rounds.test.kit.ts';

let world: TestWorld;
let r: RoundScene;
let offers: [string, string, string];
beforeEach(async () => {
  world = await freshWorld();
  r = await makeRoundScene(world);
  offers = r.offers as [string, string, string];
}, 60_000);

const who = (k: number) => r.students[k] as RoundScene['students'][number];
const roundOf = <T = Record<string, unknown>>(id: string) =>
  world.call<T>('practice.getRound', { id }, r.centre);
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => ({ fields: [] }),
    (error: { fields: { path: string; key: string }[] }) => error,
  );
const keys = ({ fields }: { fields: { key: string }[] }) => fields.map(({ key }) => key);
/** Everybody wants the one-seat shop, then the two-seat shop, then the big one. */
async function allRank(id: string, count = 6) {
  for (let k = 0; k < count; k++) await rank(world, id, who(k), offers);
}

describe('the whole way of a round', () => {
  test('from the opening to placements, everybody’s reasons and a bundle that verifies', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    const before = await roundOf<{ seed: string | null; commitment: string }>(id);
    expect(before.seed).toBeNull();
    await draw(world, id, r);
    // drawn but not published: nobody is placed and no student is told
    expect(await standing(world)).toEqual({});
    const quiet = await world.call<{ rows: { result: unknown }[] }>('practice.myRounds', {}, who(0).student);
    expect(quiet.rows[0]?.result).toBeNull();

    const drawn = await roundOf<{
      state: string;
      seed: string;
      inputHash: string;
      statistics: { byRank: number[] };
    }>(id);
    expect(drawn.state).toBe('drawn');
    expect(createHash('sha256').update(Buffer.from(drawn.seed, 'hex')).digest('hex')).toBe(before.commitment);
    expect(drawn.statistics.byRank).toEqual([1, 2, 3]);
    expect(await publish(world, id, r)).toMatchObject({ placed: 6 });
    const now = Object.values(await standing(world)).sort();
    expect(now).toEqual(['Цех 1', 'Цех 2', 'Цех 2', 'Цех 5', 'Цех 5', 'Цех 5']);

    // the last of the draw was refused twice, by the lot, and is told what would have helped
    type Result = {
      rank: number;
      refusals: { title: string; reason: string; byLot: boolean; change: unknown }[];
    };
    const results: Result[] = [];
    for (const { student } of r.students) {
      const { rows } = await world.call<{ rows: { result: Result }[] }>('practice.myRounds', {}, student);
      results.push(rows[0]?.result as Result);
    }
    const third = results.find((one) => one.rank === 3);
    expect(third?.refusals.map(({ title, reason, byLot }) => [title, reason, byLot])).toEqual([
      ['Цех 1', 'full', true],
      ['Цех 2', 'full', true],
    ]);
    expect(third?.refusals[0]?.change).not.toBeNull();
    expect(results.find((one) => one.rank === 1)?.refusals).toEqual([]);

    const personId = who(0).personId;
    const held = await myRoundLists.collect(world.db, personId);
    expect(held[0]?.fields.map(({ value }) => value).slice(4, 6)).toEqual([
      'Цех 1; Цех 2; Цех 5',
      (await standing(world)).Авдеев,
    ]);

    // the bundle: the input hashes to what was published, computes to the same, and passes the separate verifier
    type Bundle = { input: object; result: Parameters<typeof verifyPlacement>[3]; inputHash: string };
    const bundle = await world.call<Bundle>('practice.exportRound', { id }, r.centre);
    const { snapshot, rule, seed } = readInstance(JSON.parse(JSON.stringify(bundle.input)));
    expect(verifyPlacement(snapshot, { rule }, seed, bundle.result)).toEqual([]);
    expect(JSON.parse(JSON.stringify(place(snapshot, { rule }, seed).assignment))).toEqual(
      bundle.result.assignment,
    );
    expect(bundle.inputHash).toBe(drawn.inputHash);
    expect(JSON.stringify(bundle)).not.toContain(who(0).studentId);
    const wrong = structuredClone(bundle.result);
    const [seated] = Object.entries(wrong.assignment).find(([, place]) => place !== null)!;
    wrong.assignment[seated] = null;
    expect(verifyPlacement(snapshot, { rule }, seed, wrong)).not.toEqual([]);
  }, 60_000);

  test('priority classes stand before the lot', async () => {
    const far = world.newId();
    await sql`insert into registry.municipality (id, code, name, short_name, centre, kind, lat, lon, is_rural, zone_id, source)
      values (${far}, ${far}, 'Даль', 'Даль', 'Даль', 'district', 60.1, 52.1, true, ${r.scene.zone}, 'тест')`.execute(
      world.db,
    );
    for (const { personId } of r.students.slice(0, 5))
      await world.call('practice.saveTrainee', { personId, homeId: far }, r.scene.deputy);
    const id = await openRanking(world, r, { classes: [{ kind: 'district' }] });
    await allRank(id);
    await draw(world, id, r);
    await publish(world, id, r);
    expect((await standing(world)).Ежов).toBe('Цех 1');
  }, 60_000);

  test('a number named in public changes the lot, is named once, and is in the bundle', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await world.call('practice.freezeRound', { id }, r.centre);
    await world.call('practice.drawRound', { id, beacon: '417' }, r.centre);
    await compute(world, id);
    type Bundle = { committedSeed: string; beacon: string; input: { seed: string } };
    const bundle = await world.call<Bundle>('practice.exportRound', { id }, r.centre);
    const expected = createHash('sha256')
      .update(Buffer.from(bundle.committedSeed, 'hex'))
      .update('417')
      .digest('hex');
    expect([bundle.beacon, bundle.input.seed]).toEqual(['417', expected]);
    await world.call('practice.freezeRound', { id }, r.centre);
    await expect(world.call('practice.drawRound', { id, beacon: '418' }, r.centre)).rejects.toMatchObject({
      key: 'practice:round.error.beaconTwice',
    });
  }, 60_000);
});

describe('bad input', () => {
  test('a place ranked twice and an unknown place are refused line by line', async () => {
    const id = await openRanking(world, r);
    const stranger = await addOffer(world, r.scene, { title: 'Чужое' });
    const error = await refusal(rank(world, id, who(0), [offers[0], offers[1], offers[0], stranger]));
    expect(error.fields.map(({ path, key }) => [path, key])).toEqual([
      ['offerIds.2', 'practice:round.error.rankedTwice'],
      ['offerIds.3', 'practice:round.error.unknownPlace'],
    ]);
    const { rows } = await sql`select 1 from practice.round_entry`.execute(world.db);
    expect(rows).toEqual([]);
  });

  test('what the rules of placing refuse is said when ranking', async () => {
    const adults = await addOffer(world, r.scene, { title: 'Только с 18', takesMinors: false });
    const young = await addStudent(world, r.scene, 'Юнин', '2009-06-01');
    const id = await openRanking(world, { ...r, offers: [...offers, adults] });
    const error = await refusal(rank(world, id, young, [adults]));
    expect(keys(error)).toEqual(['practice:rule.PL-06']);
  });

  test('a list is not capped below twenty', async () => {
    const many: string[] = [];
    for (let k = 0; k < 25; k++)
      many.push(await addOffer(world, r.scene, { title: `Место ${k}`, capacity: 1 }));
    const id = await openRanking(world, r, { offers: many.map((one) => ({ id: one, seats: 1 })) });
    expect(await rank(world, id, who(0), many)).toMatchObject({ ranked: 25 });
  }, 60_000);

  test('two rounds at once over the same place or the same student are refused', async () => {
    await openRanking(world, r);
    const error = await refusal(world.call('practice.openRound', opening(r), r.centre));
    expect(new Set(keys(error))).toEqual(
      new Set(['practice:round.error.groupBusy', 'practice:round.error.placeBusy']),
    );
    const { rows } = await sql`select id from practice.round`.execute(world.db);
    expect(rows).toHaveLength(1);
  });

  test('a group twice, a draft practice, more seats than offered', async () => {
    const draft = await addPlan(
      world,
      r.scene,
      { title: 'Вторая', from: '2027-03-01', to: '2027-03-20' },
      false,
    );
    const error = await refusal(
      world.call(
        'practice.openRound',
        opening(r, { planIds: [r.planId, draft], offers: [{ id: offers[0], seats: 3 }] }),
        r.centre,
      ),
    );
    expect(new Set(keys(error))).toEqual(
      new Set([
        'practice:round.error.planDraft',
        'practice:round.error.groupTwice',
        'practice:round.error.moreThanOffered',
      ]),
    );
  });

  test('after freezing nobody edits a list, a place, or takes it by name', async () => {
    const id = await openRanking(world, r);
    await rank(world, id, who(0), offers);
    await world.call('practice.freezeRound', { id }, r.centre);
    await expect(rank(world, id, who(1), offers)).rejects.toMatchObject({
      key: 'practice:round.error.rankingOver',
    });
    await expect(
      world.call('practice.withdrawOffer', { id: offers[0], reason: 'передумали' }, r.scene.hr),
    ).rejects.toMatchObject({ status: 409 });
    const byName = { planId: r.planId, offerId: offers[0], studentIds: [who(1).studentId], way: 'named' };
    await expect(world.call('practice.placeStudents', byName, r.scene.deputy)).rejects.toMatchObject({
      key: 'practice:rule.PL-04.state',
    });
  });

  test('a stale page does not overwrite a list, the deadline holds', async () => {
    const id = await openRanking(world, r);
    await rank(world, id, who(0), offers);
    await expect(rank(world, id, who(0), [offers[1]])).rejects.toMatchObject({ key: 'use-case:error.stale' });
    await rank(world, id, who(0), [offers[1]], 1);
    world.clock.set('2026-11-30T08:00:00Z');
    await expect(rank(world, id, who(1), offers)).rejects.toMatchObject({
      key: 'practice:round.error.rankingOver',
    });
    world.clock.set('2026-11-23T09:00:00Z');
  });
});

describe('somebody leaves in the middle', () => {
  test('a consent withdrawn between draw and publication stops the publication; drawn anew under the same seed', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await draw(world, id, r);
    const { seed } = await roundOf<{ seed: string }>(id);
    await world.call('practice.leaveRound', { id, reason: 'нашёл сам' }, who(2).student);
    await expect(world.call('practice.publishRound', { id }, r.centre)).rejects.toMatchObject({
      key: 'practice:round.error.inputChanged',
    });
    expect(await standing(world)).toEqual({});
    expect((await roundOf<{ state: string }>(id)).state).toBe('drawn');
    await draw(world, id, r);
    expect((await roundOf<{ seed: string }>(id)).seed).toBe(seed);
    await publish(world, id, r);
    const now = await standing(world);
    expect(Object.keys(now)).toHaveLength(5);
    expect(now).not.toHaveProperty('Власов');
  }, 60_000);

  test('an employer leaves before freezing, and after the draw', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await world.call('practice.withdrawOffer', { id: offers[0], reason: 'цех закрыт' }, r.scene.hr);
    await draw(world, id, r);
    await world.call('practice.dropPlace', { id, offerId: offers[1], reason: 'нет работы' }, r.centre);
    await expect(world.call('practice.publishRound', { id }, r.centre)).rejects.toMatchObject({
      status: 409,
    });
    await draw(world, id, r);
    await publish(world, id, r);
    expect(new Set(Object.values(await standing(world)))).toEqual(new Set(['Цех 5']));
    // it is free of the round: the enterprise takes it back itself
    await world.call('practice.withdrawOffer', { id: offers[1], reason: 'нет работы' }, r.scene.hr);
  }, 60_000);

  test('a draw that was stopped leaves the round frozen', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await world.call('practice.freezeRound', { id }, r.centre);
    const { jobId } = await world.call<{ jobId: string }>('practice.drawRound', { id }, r.centre);
    await world.call('jobs.cancelJob', { id: jobId }, r.centre);
    await world.deliver();
    expect((await roundOf<{ state: string }>(id)).state).toBe('frozen');
    // the work that was under way finds that nobody waits for it
    await compute(world, id);
    expect((await roundOf<{ state: string; statistics: unknown }>(id)).statistics).toBeNull();
    await world.call('practice.drawRound', { id }, r.centre);
    await compute(world, id);
    expect((await roundOf<{ state: string }>(id)).state).toBe('drawn');
  }, 60_000);

  test('a repair says how many move, moves exactly them, and nobody who is there for worse', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await draw(world, id, r);
    await publish(world, id, r);
    const before = await standing(world);
    const first = r.students.find(
      (_, k) => before[['Авдеев', 'Белов', 'Власов', 'Гусев', 'Дёмин', 'Ежов'][k] ?? ''] === 'Цех 1',
    );
    await expect(world.call('practice.previewRepair', { id }, r.centre)).rejects.toMatchObject({
      key: 'practice:round.error.nothingToRepair',
    });
    await world.call(
      'practice.leaveRound',
      { id, reason: 'болезнь' },
      first?.student as RoundScene['centre'],
    );
    type Preview = { moved: number; withdrawn: number; moves: { kind: string }[]; token: string };
    const preview = await world.call<Preview>('practice.previewRepair', { id }, r.centre);
    // one goes up from the second shop, one from the third into the seat that falls free
    expect([preview.withdrawn, preview.moved]).toEqual([1, 2]);
    expect(preview.moves.map(({ kind }) => kind).sort()).toEqual(['better', 'better', 'left']);
    expect(await standing(world)).toEqual(before);
    await expect(
      world.call('practice.repairRound', { id, token: '0'.repeat(64), reason: 'болезнь' }, r.centre),
    ).rejects.toMatchObject({ key: 'use-case:error.stale' });
    await world.call('practice.repairRound', { id, token: preview.token, reason: 'болезнь' }, r.centre);
    const after = await standing(world);
    expect(Object.values(after).sort()).toEqual(['Цех 1', 'Цех 2', 'Цех 2', 'Цех 5', 'Цех 5']);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toHaveLength(2);
    const { rows } = await sql<{ most: number; title: string }>`select f.title, max(y.taken)::int as most
      from practice.place_day y join practice.offer f on f.id = y.offer_id group by f.title order by f.title`.execute(
      world.db,
    );
    expect(rows).toEqual([
      { title: 'Цех 1', most: 1 },
      { title: 'Цех 2', most: 2 },
      { title: 'Цех 5', most: 2 },
    ]);
  }, 60_000);
});

test('a college leads its own rounds and sees no other’s; the enterprise and the student see none of it', async () => {
  const { id } = await world.call<{ id: string }>('practice.openRound', opening(r), r.scene.deputy);
  const other = await r.scene.organisation('college', 'Другой (демо)');
  const stranger = world.as('college_deputy', { organisationId: other });
  await expect(world.call('practice.getRound', { id }, stranger)).rejects.toMatchObject({ status: 404 });
  await expect(world.call('practice.freezeRound', { id }, stranger)).rejects.toMatchObject({ status: 404 });
  await expect(world.call('practice.openRound', opening(r), stranger)).rejects.toMatchObject({ status: 404 });
  await expect(world.call('practice.getRound', { id }, r.scene.hr)).rejects.toMatchObject({ status: 403 });
  expect((await roundOf<{ id: string }>(id)).id).toBe(id);
});
