import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { inTransaction, type Tx } from '../database/index.ts';
import { appendEntries, appendHistory, canonical } from '../history/append.ts';
import { type OutboxEvent, saveEvents } from '../outbox/save-events.ts';
import type { Scope } from '../rights/index.ts';
import type { Actor } from './actor.ts';
import { refuse } from './refusal.ts';
import type { Change, RunArgs, UseCase } from './use-case.ts';

/** What the composition root gives to every call. */
export interface World {
  db: Tx;
  now(): Date;
  newId(): string;
  /** IANA name of the region's time zone: decides which day is today. */
  timeZone: string;
  /** Called after a commit that left events, so that the dispatcher need not wait for its next look. */
  nudge?(): void;
}

export interface Call {
  name: string;
  useCase: UseCase;
  input: unknown;
  /** The input came out of the entry's own schema already, as it does through the API: it is not parsed again. */
  parsed?: boolean;
  actor: Actor;
  commandId?: string | null;
  locale?: 'ru' | 'en';
}

export interface Answer {
  data: unknown;
  can: Record<string, boolean>;
}

// making a format takes a hundred times as long as using it
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, moment: Date): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(timeZone, format);
  }
  return format.format(moment);
}

/**
 * Runs a use case: right, input, preparation (no connection is held yet), transaction (commands), run, history, outbox, answer. A repeated `commandId` gives the
 * stored answer; the same id with other words is refused. An answer with a one-time link is not stored: its repeat is
 * refused as done already.
 */
export async function execute(world: World, call: Call): Promise<Answer> {
  const { useCase, actor } = call;
  const scope = actor.rights[useCase.right];
  if (!scope)
    throw refuse(
      actor.kind === 'visitor' ? 'use-case:error.signIn' : 'use-case:error.noRight',
      { right: useCase.right },
      { status: actor.kind === 'visitor' ? 401 : 403, data: { right: useCase.right } },
    );
  const input = call.parsed ? call.input : await useCase.entry['~orpc'].inputSchema?.parseAsync(call.input);
  const prepared = await useCase.prepare?.({ input, actor });
  const made: Made = { scope, input, prepared };
  return useCase.kind === 'query' ? readOnly(world, call, made) : change(world, call, made);
}

/** What is known of a call before a connection is taken. */
interface Made {
  scope: Scope;
  input: unknown;
  prepared: unknown;
}

function argsFor(world: World, call: Call, made: Made, tx: Tx, now: Date) {
  const events: OutboxEvent[] = [];
  const changes: Change[] = [];
  const may = (permission: string) => permission in call.actor.rights;
  const args: RunArgs<unknown> & { prepared: unknown } = {
    ...made,
    tx,
    actor: call.actor,
    now: now.toISOString(),
    today: dayIn(world.timeZone, now),
    newId: world.newId,
    emit: (name, payload) => events.push({ name, payload }),
    change: (one) => changes.push(one),
    may,
    locale: call.locale ?? 'ru',
  };
  return { args, events, changes, may };
}

async function readOnly(world: World, call: Call, made: Made): Promise<Answer> {
  const { useCase, actor } = call;
  const { input } = made;
  const now = world.now();
  return world.db.connection().execute(async (tx) => {
    const { args, may } = argsFor(world, call, made, tx, now);
    const data = await useCase.run(args);
    const subject = useCase.reads?.({ input, data });
    if (subject) {
      const act = /export/i.test(call.name) ? 'export' : 'read';
      await appendHistory(tx, { act, useCase: call.name, actor, subject, at: args.now });
    }
    return { data, can: useCase.can?.({ data, actor, may }) ?? {} };
  });
}

async function change(world: World, call: Call, made: Made): Promise<Answer> {
  const { useCase, actor, name, commandId } = call;
  const { input } = made;
  const now = world.now();
  let left = 0;
  const answer = await inTransaction(world.db, async (tx) => {
    const inputHash = createHash('sha256')
      .update(canonical(input ?? null))
      .digest('hex');
    const repeated = commandId ? await takeCommand(tx, { commandId, name, actor, inputHash, now }) : null;
    if (repeated) return repeated;

    const { args, events, changes, may } = argsFor(world, call, made, tx, now);
    const data = await useCase.run(args);
    await appendEntries(
      tx,
      changes.map((one) => ({ act: 'change', useCase: name, actor, at: args.now, ...one })),
    );
    if (changes.length === 0)
      await appendHistory(tx, {
        act: 'act',
        useCase: name,
        actor,
        at: args.now,
        subject: { kind: 'command', id: commandId ?? name },
      });
    await saveEvents(tx, events, args.now, world.newId);
    left = events.length;

    const whole = { data, can: useCase.can?.({ data, actor, may }) ?? {} };
    if (commandId) await keepAnswer(tx, commandId, useCase, whole);
    return whole;
  });
  if (left > 0) world.nudge?.();
  return answer;
}

/** The fragment of an address that holds a one-time token (see platform/links). */
const LINK = /#[\w-]{65}(?![\w-])/;

/** Keeps the answer for a repeat. One marked `once`, or one in which a link stands unmarked, is not kept. */
async function keepAnswer(tx: Tx, commandId: string, useCase: UseCase, answer: Answer): Promise<void> {
  const text = JSON.stringify(answer);
  if (useCase.once || LINK.test(text)) return;
  await sql`update platform.command set answer = ${text}::jsonb where id = ${commandId}`.execute(tx);
}

interface Taken {
  commandId: string;
  name: string;
  actor: Actor;
  inputHash: string;
  now: Date;
}

/** Reserves the command's id; a second comer waits for the first to commit and gets its stored answer. */
async function takeCommand(
  tx: Tx,
  { commandId, name, actor, inputHash, now }: Taken,
): Promise<Answer | null> {
  const { rows } = await sql`insert into platform.command (id, use_case, person_id, input_hash, at)
    values (${commandId}, ${name}, ${actor.personId}, ${inputHash}, ${now.toISOString()})
    on conflict (id) do nothing returning id`.execute(tx);
  if (rows.length > 0) return null;
  const earlier = await sql<{
    use_case: string;
    person_id: string | null;
    input_hash: string;
    answer: Answer | null;
  }>`
    select use_case, person_id, input_hash, answer from platform.command where id = ${commandId}`.execute(tx);
  const first = earlier.rows[0];
  if (
    !first ||
    first.use_case !== name ||
    first.person_id !== actor.personId ||
    first.input_hash !== inputHash
  )
    throw refuse('use-case:error.commandReused', {}, { status: 409 });
  if (!first.answer) throw refuse('use-case:error.answerNotKept', {}, { status: 409 });
  return first.answer;
}
