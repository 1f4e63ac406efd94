import { sql } from 'kysely';
import { defineJob } from '../../../platform/jobs/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { closeTask, openTask, openTasks, type TaskDefinition } from '../../../platform/tasks/index.ts';
import { asSystem, found, type RunArgs, type World } from '../../../platform/use-case/index.ts';
import {
  collegeResultTask,
  confirmTask,
  noPlaceTask,
  rankLetter,
  rankTask,
  resultLetter,
} from './round-tasks.ts';

interface Told {
  title: string;
  freezesOn: string;
  answerBy: string | null;
  run: number;
}
interface Person {
  personId: string;
  email: string | null;
  placed: boolean;
}
interface Input {
  roundId: string;
  what: 'rank' | 'result';
}

const JOB = 'practice.tellRound';
const PIECE = 100;

/**
 * Tells a region of students: a task for each and a letter to whoever has an account with an address. Piece by piece
 * with a checkpoint, so that nobody is told twice by a job that was cut off. Letters name the round, never a place.
 */
export const tellRoundJob = defineJob<Input, string>({
  name: JOB,
  titleKey: 'practice:round.jobTell',
  lane: 'quick',
  async run({ input: { roundId, what }, world, progress, checkpoint, resumeFrom, signal }) {
    const { rows } =
      await sql<Told>`select title, freezes_at::date as "freezesOn", answer_by as "answerBy", last_run as run
      from practice.round where id = ${roundId}`.execute(world.db);
    const round = found(rows[0]);
    const people = await readPeople(world, roundId, round.run, what, resumeFrom);
    let told = 0;
    for (let at = 0; at < people.length; at += PIECE) {
      signal.throwIfAborted();
      const piece = people.slice(at, at + PIECE);
      await asSystem(world, JOB, async (args) => {
        await tellPiece(args, roundId, round, what, piece);
        await checkpoint(piece.at(-1)?.personId ?? '', args.tx);
      });
      told += piece.length;
      progress((100 * told) / people.length);
    }
    if (what === 'result')
      await asSystem(world, JOB, async (args) => {
        await closeTask(
          args.tx,
          rankTask,
          { kind: 'practice.round', id: roundId },
          { now: args.now, as: 'cancelled' },
        );
        await tellColleges(args, roundId, round);
      });
    return { told };
  },
});

async function readPeople(
  world: World,
  roundId: string,
  run: number,
  what: Input['what'],
  after: string | null,
) {
  const { rows } = await sql<Person>`select distinct s.person_id as "personId", u.email,
      coalesce(w.offer_id is not null, false) as placed
    from practice.round_plan x join practice.plan p on p.id = x.plan_id
    join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
    left join practice.round_entry e on e.round_id = x.round_id and e.student_id = s.id
    left join practice.round_result w on w.round_id = x.round_id and w.student_id = s.id and w.run = ${run}
    left join identity."user" u on u.person_id = s.person_id
    where x.round_id = ${roundId} and (${what === 'rank'}::boolean or (e.id is not null and e.withdrawn_at is null and e.confirmed_at is null))
      and (${after}::uuid is null or s.person_id > ${after}::uuid)
    order by s.person_id`.execute(world.db);
  return rows;
}

type Args = Omit<RunArgs<unknown>, 'input'>;

async function tellPiece(
  { tx, now, newId }: Args,
  roundId: string,
  { title, freezesOn, answerBy }: Told,
  what: Input['what'],
  people: readonly Person[],
): Promise<void> {
  const tell = (task: TaskDefinition, due: string | null, to: readonly Person[]) =>
    openTasks(
      tx,
      task,
      to.map(({ personId }) => ({
        subject: { kind: 'practice.round', id: roundId },
        for: { personId },
        params: { title },
        ...{ due, now, newId },
      })),
    );
  if (what === 'rank') await tell(rankTask, freezesOn, people);
  else {
    await tell(
      confirmTask,
      answerBy,
      people.filter(({ placed }) => placed),
    );
    await tell(
      noPlaceTask,
      null,
      people.filter(({ placed }) => !placed),
    );
  }
  for (const { email, personId } of people)
    if (email)
      await queueMail(tx, what === 'rank' ? rankLetter : resultLetter, {
        to: email,
        params: { title, freezesOn },
        personId,
        now,
        newId,
      });
}

async function tellColleges({ tx, now, newId }: Args, roundId: string, { title, run }: Told): Promise<void> {
  const { rows } = await sql<{
    college: string;
    placed: number;
    left: number;
  }>`select p.organisation_id as college,
      count(w.offer_id)::int as placed, count(*) filter (where w.offer_id is null)::int as left
    from practice.round_result w join practice.round_entry e on e.round_id = w.round_id and e.student_id = w.student_id
    join practice.plan p on p.id = e.plan_id where w.round_id = ${roundId} and w.run = ${run}
    group by p.organisation_id order by p.organisation_id`.execute(tx);
  for (const { college, placed, left } of rows)
    await openTask(tx, collegeResultTask, {
      subject: { kind: 'practice.round', id: roundId },
      for: { role: 'college_deputy', organisationId: college },
      params: { title, placed, left },
      now,
      newId,
    });
}
