import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import verifyCommand from '../../../cli/verify.ts';
import { runJob } from '../../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { addOffer, addPlan, addStudent } from '../testing/scene.test.kit.ts';
import { tellRoundJob } from './tell-round.job.ts';
import {
  compute,
  draw,
  makePlacements,
  makeRoundScene,
  openRanking,
  publish,
  type RoundScene,
  rank,
  standing,
} from './testing/rounds.test.kit.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

let world: TestWorld;
let r: RoundScene;
let offers: [string, string, string];
beforeEach(async () => {
  world = await freshWorld();
  r = await makeRoundScene(world);
  offers = r.offers as [string, string, string];
});

const who = (k: number) => r.students[k] as RoundScene['students'][number];
const NAMES = ['Авдеев', 'Белов', 'Власов', 'Гусев', 'Дёмин', 'Ежов'];
const whoIs = (name: string) => who(NAMES.indexOf(name));
const at = (places: Record<string, string>, title: string) =>
  Object.keys(places).filter((name) => places[name] === title);
async function allRank(id: string, list: string[] = offers, count = 6) {
  for (let k = 0; k < count; k++) await rank(world, id, who(k), list);
}
const getRound = <T = Record<string, unknown>>(id: string, as = r.centre) =>
  world.call<T>('practice.getRound', { id }, as);
const mine = async (k: number) =>
  (await world.call<{ rows: { result: Record<string, unknown> }[] }>('practice.myRounds', {}, who(k).student))
    .rows[0]?.result as {
    offerId: string | null;
    administrative: boolean;
    pinned: boolean;
    refusals: { reason: string; had: number; minimum: number; seats: number; asked: number }[];
  };

describe('limits of a round', () => {
  test('an enterprise’s cap over all its places holds, and the refused are told so', async () => {
    const id = await openRanking(world, r, { caps: [{ hostId: r.scene.host, seats: 4 }] });
    await allRank(id);
    await draw(world, id, r);
    await publish(world, id, r);
    expect(Object.keys(await standing(world))).toHaveLength(4);
    const left = (await Promise.all([0, 1, 2, 3, 4, 5].map(mine))).filter(({ offerId }) => offerId === null);
    expect(left).toHaveLength(2);
    for (const { refusals } of left) expect(refusals.map(({ reason }) => reason)).toContain('employerCap');
  });

  test('a programme’s ceiling at a place holds; a limit outside the round and a rule that cannot hold it are refused', async () => {
    const quota = { kind: 'ceiling', seats: 1, offerId: offers[2], programme: '15.01.05' };
    const other = world.newId();
    await expect(
      openRanking(world, r, { quotas: [{ ...quota, offerId: other }], caps: [{ hostId: other, seats: 1 }] }),
    ).rejects.toMatchObject({
      fields: [
        { path: 'quotas.0', key: 'practice:round.error.limitOutside' },
        { path: 'caps.0', key: 'practice:round.error.limitOutside' },
      ],
    });
    await expect(openRanking(world, r, { rule: 'place-more', quotas: [quota] })).rejects.toMatchObject({
      key: 'practice:round.error.quotaRule',
    });
    const id = await openRanking(world, r, { quotas: [quota] });
    await allRank(id);
    await draw(world, id, r);
    await publish(world, id, r);
    expect(at(await standing(world), 'Цех 5')).toHaveLength(1);
    const reasons = (await Promise.all([0, 1, 2, 3, 4, 5].map(mine))).flatMap(({ refusals }) =>
      refusals.map(({ reason }) => reason),
    );
    expect(reasons).toContain('quota');
  });

  test('a target contract holds its seat before the draw, whoever asks for it, and stays marked', async () => {
    const id = await openRanking(world, r);
    const pin = { id, studentId: who(5).studentId, offerId: offers[0], why: 'target' };
    await expect(world.call('practice.pinStudent', pin, r.scene.deputy)).rejects.toMatchObject({
      key: 'practice:round.error.contractNumber',
    });
    await world.call('practice.pinStudent', { ...pin, contractNumber: 'Ц-7' }, r.scene.deputy);
    await expect(
      world.call(
        'practice.pinStudent',
        { ...pin, studentId: who(4).studentId, why: 'named' },
        r.scene.deputy,
      ),
    ).rejects.toMatchObject({ key: 'practice:round.error.pinnedFull' });
    await allRank(id, offers, 5);
    await draw(world, id, r);
    await publish(world, id, r);
    expect((await standing(world)).Ежов).toBe('Цех 1');
    expect(await mine(5)).toMatchObject({ pinned: true, offerId: offers[0] });
    const { rows } = await sql<{ way: string }>`select way from practice.placement
      where student_id = ${who(5).studentId}`.execute(world.db);
    expect(rows).toEqual([{ way: 'target' }]);
  });

  test('a place below its least group closes, the log says with how many, and its students go on', async () => {
    const big = await addOffer(world, r.scene, { title: 'Линия', capacity: 5, minGroup: 3 });
    const id = await openRanking(world, {
      ...r,
      offers: [offers[0], offers[1], big],
    });
    await rank(world, id, who(0), [big, offers[0]]);
    await rank(world, id, who(1), [big, offers[1]]);
    await draw(world, id, r);
    const card = await getRound<{ closures: { title: string; had: number; minimum: number }[] }>(id);
    expect(card.closures).toMatchObject([{ title: 'Линия', had: 2, minimum: 3, round: 1 }]);
    await publish(world, id, r);
    expect(await standing(world)).toEqual({ Авдеев: 'Цех 1', Белов: 'Цех 2' });
    expect((await mine(0)).refusals).toMatchObject([{ reason: 'closedMinimum', had: 2, minimum: 3 }]);
  });

  test('who is left over goes to the nearest free place, marked administrative, and may refuse it', async () => {
    const id = await openRanking(world, r, { leftovers: true });
    await allRank(id, [offers[0], offers[1]]);
    await draw(world, id, r);
    await publish(world, id, r);
    const results = await Promise.all([0, 1, 2, 3, 4, 5].map(mine));
    expect(results.filter(({ administrative }) => administrative)).toHaveLength(3);
    expect(at(await standing(world), 'Цех 5')).toHaveLength(3);
    const card = await getRound<{ placed: number; administrative: number }>(id);
    expect([card.placed, card.administrative]).toEqual([6, 3]);
    // somebody with a place by the list goes: the repair moves one of the left over up, the others stay
    const [first] = at(await standing(world), 'Цех 1');
    await world.call('practice.leaveRound', { id, reason: 'болезнь' }, whoIs(first as string).student);
    type Preview = { moves: { kind: string }[]; token: string };
    const preview = await world.call<Preview>('practice.previewRepair', { id }, r.centre);
    await world.call('practice.repairRound', { id, token: preview.token, reason: 'болезнь' }, r.centre);
    const after = await standing(world);
    expect(Object.keys(after)).toHaveLength(5);
    expect(at(after, 'Цех 5')).toHaveLength(2);
    const again = await getRound<{ offers: { title: string; administrative: number }[] }>(id);
    expect(again.offers.find(({ title }) => title === 'Цех 5')?.administrative).toBe(2);
  });

  test('policy «nobody moves»: only free seats are given, the envies are counted', async () => {
    const id = await openRanking(world, r, { policy: 'frozen' });
    await allRank(id);
    await draw(world, id, r);
    await publish(world, id, r);
    const before = await standing(world);
    const [first] = at(before, 'Цех 1');
    await world.call('practice.leaveRound', { id, reason: 'болезнь' }, whoIs(first as string).student);
    type Preview = { moved: number; envies: number; token: string };
    const preview = await world.call<Preview>('practice.previewRepair', { id }, r.centre);
    expect(preview.moved).toBe(0);
    expect(preview.envies).toBeGreaterThan(0);
    await world.call('practice.repairRound', { id, token: preview.token, reason: 'болезнь' }, r.centre);
    const { [first as string]: _, ...others } = before;
    expect(await standing(world)).toEqual(others);
  });
});

describe('own finds and groups of a college', () => {
  test('a find is agreed before the draw, or placed at once where there is no round, or declined with a reason', async () => {
    const id = await openRanking(world, r);
    const propose = (k: number) =>
      world.call<{ id: string }>(
        'practice.proposeFind',
        { planId: r.planId, enterprise: '«Литейный двор»', contact: 'мастер Петров' },
        who(k).student,
      );
    const { id: findId } = await propose(0);
    await expect(propose(0)).rejects.toMatchObject({ key: 'practice:round.error.findTwice' });
    const answer = { id: findId, rev: 1, offerId: offers[0] };
    expect(await world.call('practice.answerFind', answer, r.scene.deputy)).toMatchObject({ placed: false });
    await expect(world.call('practice.answerFind', answer, r.scene.deputy)).rejects.toMatchObject({
      key: 'use-case:error.stale',
    });
    const { id: second } = await propose(1);
    await expect(
      world.call('practice.answerFind', { id: second, rev: 1 }, r.scene.deputy),
    ).rejects.toMatchObject({ key: 'practice:error.sayWhy' });
    await world.call('practice.answerFind', { id: second, rev: 1, answer: 'нет договора' }, r.scene.deputy);
    await rank(world, id, who(2), offers);
    await draw(world, id, r);
    await publish(world, id, r);
    expect((await standing(world)).Авдеев).toBe('Цех 1');
    type Mine = { finds: { state: string; answer: string | null }[] };
    const { finds } = await world.call<Mine>('practice.myRounds', {}, who(1).student);
    expect(finds).toMatchObject([{ state: 'declined', answer: 'нет договора' }]);

    const spring = await addPlan(world, r.scene, {
      title: 'Весна',
      from: '2027-03-01',
      to: '2027-03-26',
      academicHours: 72,
    });
    const { id: third } = await world.call<{ id: string }>(
      'practice.proposeFind',
      { planId: spring, enterprise: 'Завод', contact: 'Иванов' },
      who(3).student,
    );
    const placed = await world.call(
      'practice.answerFind',
      { id: third, rev: 1, offerId: offers[2] },
      r.scene.deputy,
    );
    expect(placed).toMatchObject({ placed: true });
  });

  test('a college sends a group to a round of the region, watches its own students, sees no others by name', async () => {
    const groupId = await r.scene.group('СВ-25');
    const newcomer = await addStudent(world, r.scene, 'Яшин', '2008-03-05', groupId);
    const planId = await addPlan(world, r.scene, { groupId, title: 'Сварка, вторая группа' });
    const id = await openRanking(world, r);
    expect(await world.call('practice.joinRound', { id, planIds: [planId] }, r.scene.deputy)).toEqual({
      id,
      joined: 1,
    });
    await expect(
      world.call('practice.joinRound', { id, planIds: [planId] }, r.scene.deputy),
    ).rejects.toMatchObject({ key: 'practice:round.error.groupBusy' });
    await rank(world, id, newcomer, [offers[0]]);
    type Watch = { rows: { name: string; ranked: number; place: string | null }[] };
    const { rows } = await world.call<Watch>('practice.watchRound', { id }, r.scene.deputy);
    expect(rows).toHaveLength(7);
    expect(rows.find(({ name }) => name.startsWith('Яшин'))).toMatchObject({ ranked: 1, place: null });
    const other = await r.scene.organisation('college', 'Другой (демо)');
    const stranger = world.as('college_deputy', { organisationId: other });
    expect((await world.call<Watch>('practice.watchRound', { id }, stranger)).rows).toEqual([]);
    expect((await getRound<{ plans: unknown[] }>(id, stranger)).plans).toEqual([]);
    await expect(world.call('practice.joinRound', { id, planIds: [planId] }, stranger)).rejects.toMatchObject(
      { status: 404 },
    );
    await expect(
      world.call('practice.watchRound', { id }, world.as('enterprise_hr', { organisationId: r.scene.host })),
    ).rejects.toMatchObject({ status: 403 });
    await draw(world, id, r);
    await expect(
      world.call('practice.joinRound', { id, planIds: [planId] }, r.scene.deputy),
    ).rejects.toMatchObject({ key: 'practice:round.error.rankingOver' });
  });
});

describe('publication', () => {
  test('what the rules refuse meanwhile stops it before anything is written; it goes on after the student is out', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await draw(world, id, r);
    await world.call('practice.publishRound', { id }, r.centre);
    // a plant says between draw and publication that the place is no longer accessible to the young
    await sql`update practice.offer set takes_minors = false`.execute(world.db);
    await sql`update registry.person set birth_date = '2009-06-01' where id = ${who(0).personId}`.execute(
      world.db,
    );
    await expect(makePlacements(world, id)).rejects.toMatchObject({
      key: 'practice:round.error.notPlaceable',
    });
    expect(await standing(world)).toEqual({});
    type Card = { faults: { path: string; key: string }[]; state: string };
    const card = await getRound<Card>(id);
    expect(card.faults).toMatchObject([{ path: `students.${who(0).studentId}`, key: 'practice:rule.PL-06' }]);
  });

  test('a job cut off goes on with those who are not placed, and places nobody twice', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await draw(world, id, r);
    await world.call('practice.publishRound', { id }, r.centre);
    await makePlacements(world, id);
    const before = await standing(world);
    await sql`update practice.round set state = 'publishing' where id = ${id}`.execute(world.db);
    await sql`update practice.placement set state = 'failed' where student_id = ${who(1).studentId}`.execute(
      world.db,
    );
    await sql`update practice.place_day y set taken = taken - 1 from practice.placement x
      where x.offer_id = y.offer_id and x.student_id = ${who(1).studentId} and x.period @> y.day`.execute(
      world.db,
    );
    await world.call('practice.publishRound', { id }, r.centre);
    expect(await makePlacements(world, id)).toMatchObject({ placed: 1 });
    expect(await standing(world)).toEqual(before);
    expect((await getRound<{ state: string }>(id)).state).toBe('published');
  });

  test('stopped before anybody is placed it leaves the round drawn', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await draw(world, id, r);
    const { jobId } = await world.call<{ jobId: string }>('practice.publishRound', { id }, r.centre);
    expect((await getRound<{ state: string }>(id)).state).toBe('publishing');
    await world.call('jobs.cancelJob', { id: jobId }, r.centre);
    await world.deliver();
    expect((await getRound<{ state: string }>(id)).state).toBe('drawn');
    expect(await makePlacements(world, id)).toEqual({ roundId: id, run: 1 });
    expect(await standing(world)).toEqual({});
  });

  test('capacity is not lowered below the placed; a place edited after freezing is refused', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await world.call('practice.freezeRound', { id }, r.centre);
    const { rev, ...offer } = await world.call<Record<string, unknown> & { rev: number }>(
      'practice.getOffer',
      { id: offers[1] },
      r.scene.hr,
    );
    const edit = (capacity: number, seen: number) =>
      world.call('practice.saveOffer', { ...offer, id: offers[1], capacity, rev: seen }, r.scene.hr);
    await expect(edit(3, rev)).rejects.toMatchObject({ key: 'practice:error.offerFrozen' });
    await world.call('practice.drawRound', { id }, r.centre);
    await compute(world, id);
    await publish(world, id, r);
    const now = await world.call<{ rev: number }>('practice.getOffer', { id: offers[1] }, r.scene.hr);
    await expect(edit(1, now.rev)).rejects.toMatchObject({ key: 'practice:error.capacityBelowTaken' });
  });

  test('students and colleges are told by tasks; taking the place closes it, those who have taken are not asked again', async () => {
    const id = await openRanking(world, r, { answerBy: '2026-12-04' });
    await runJob(world, tellRoundJob, { roundId: id, what: 'rank' });
    const tasks = async () =>
      (
        await sql<{ kind: string; n: number }>`select kind, count(*)::int as n from platform.task
          where state = 'open' and kind in ('practice.rank', 'practice.confirmPlace', 'practice.noPlace', 'practice.collegeResult')
          group by kind order by kind`.execute(world.db)
      ).rows;
    expect(await tasks()).toEqual([{ kind: 'practice.rank', n: 6 }]);
    await allRank(id, [offers[0], offers[1]]);
    expect(await tasks()).toEqual([]);
    await draw(world, id, r);
    await publish(world, id, r);
    await runJob(world, tellRoundJob, { roundId: id, what: 'result' });
    expect(await tasks()).toEqual([
      { kind: 'practice.collegeResult', n: 1 },
      { kind: 'practice.confirmPlace', n: 3 },
      { kind: 'practice.noPlace', n: 3 },
    ]);
    const [first] = Object.keys(await standing(world));
    await world.call('practice.confirmPlace', { id }, whoIs(first as string).student);
    expect(await tasks()).toContainEqual({ kind: 'practice.confirmPlace', n: 2 });
    const left = (await Promise.all([0, 1, 2, 3, 4, 5].map(mine))).findIndex(({ offerId }) => !offerId);
    await expect(world.call('practice.confirmPlace', { id }, who(left).student)).rejects.toMatchObject({
      key: 'practice:round.error.nothingToConfirm',
    });
  });
});

describe('a draw that anybody checks', () => {
  interface Bundle {
    input: object;
    result: { assignment: Record<string, string | null> };
    draw: { drawn: object[] };
  }
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'round-'));
    return () => rmSync(dir, { recursive: true });
  });
  const write = (name: string, value: unknown) => {
    writeFileSync(join(dir, name), JSON.stringify(value));
    return join(dir, name);
  };
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' });
  async function drawnBundle(beacon: string | null): Promise<Bundle> {
    const id = await openRanking(world, r, { classes: [{ kind: 'district' }] });
    await allRank(id);
    await world.call('practice.freezeRound', { id }, r.centre);
    await world.call('practice.drawRound', { id, beacon }, r.centre);
    await compute(world, id);
    return world.call<Bundle>('practice.exportRound', { id }, r.centre);
  }

  test('the exported bundle passes `rostok verify`, and a changed one does not', async () => {
    const { input, result } = await drawnBundle('417');
    const asked = ['--in', write('in.json', input)];
    // once as people call it, once within: starting the command is half a test
    run(join(root, 'bin/rostok'), 'verify', write('out.json', result), ...asked);
    const wrong = structuredClone(result);
    const [seated] = Object.entries(wrong.assignment).find(([, place]) => place !== null) ?? [''];
    wrong.assignment[seated] = null;
    const said: string[] = [];
    for (const stream of ['log', 'error'] as const)
      vi.spyOn(console, stream).mockImplementation((text) => void said.push(String(text)));
    expect(await verifyCommand.run([write('wrong.json', wrong), ...asked])).toBe(1);
    vi.restoreAllMocks();
    expect(said.join('\n')).not.toBe('');
  });

  test.skipIf(!hasPython).each(['417', null])(
    'its lottery is recomputed by docs/lottery.py, with and without a number: %s',
    async (beacon) => {
      const bundle = await drawnBundle(beacon);
      const python = (file: string) => run('python3', join(root, 'docs/lottery.py'), file);
      expect(python(write('bundle.json', bundle))).toContain('6 tickets: the same');
      const swapped = { ...bundle.draw, drawn: [...bundle.draw.drawn].reverse() };
      expect(() => python(write('swapped.json', { draw: swapped }))).toThrow();
    },
    60_000,
  );

  test('the open page tells the commitment at once, the seed after publication; a ticket is recomputed', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await draw(world, id, r);
    type Draw = {
      commitment: string;
      seed: string | null;
      places: { title: string; cutoff: number | null; asked: number | null }[];
    };
    const visitor = world.as('visitor');
    const before = await world.call<Draw>('practice.publicDraw', { id }, visitor);
    expect([before.commitment.length, before.seed, before.places]).toEqual([64, null, []]);
    await expect(world.call('practice.drawTicket', { id, pseudonym: 'я' }, visitor)).rejects.toMatchObject({
      status: 404,
    });
    await publish(world, id, r);
    const after = await world.call<Draw>('practice.publicDraw', { id }, visitor);
    // a border of one seat would speak of one person
    expect(after.places.map(({ title, cutoff }) => [title, cutoff === null])).toEqual([
      ['Цех 1', true],
      ['Цех 2', true],
      ['Цех 5', false],
    ]);
    const { rows } = await world.call<{ rows: { pseudonym: string }[] }>(
      'practice.myRounds',
      {},
      who(0).student,
    );
    const told = await world.call<{ ticket: string; position: number; of: number }>(
      'practice.drawTicket',
      { id, pseudonym: rows[0]?.pseudonym },
      visitor,
    );
    expect([told.ticket.length, told.of]).toEqual([64, 6]);
    expect(told.position).toBeGreaterThan(0);
    expect(JSON.stringify(after)).not.toContain(who(0).studentId);
  });

  test('I-03 and shares by district: nothing tells of fewer than three enterprises', async () => {
    const id = await openRanking(world, r);
    await allRank(id);
    await draw(world, id, r);
    await publish(world, id, r);
    type Region = {
      due: number;
      placed: number;
      districts: { name: string; places: number | null; placed: number | null; withheld: boolean }[];
    };
    const told = await world.call<Region>('practice.publicPractice', {}, world.as('visitor'));
    expect([told.due, told.placed]).toEqual([6, 6]);
    expect(told.districts).toMatchObject([{ name: 'Киров', placed: 6, places: null, withheld: true }]);
  });
});
