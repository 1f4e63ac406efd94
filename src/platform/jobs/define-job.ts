import type { Tx } from '../database/index.ts';
import type { World } from '../use-case/execute.ts';

export type Params = Record<string, string | number | boolean | null>;

/** What a running job may touch. */
export interface JobArgs<Input, Checkpoint> {
  input: Input;
  world: World;
  job: { id: string; ownerPersonId: string | null; subject: { kind: string; id: string } | null };
  /** How far the work is, 0 to 100, and what is being done (a message's key). Cheap: written once a second. */
  progress(percent: number, noteKey?: string, params?: Params): void;
  /** Keeps the place to go on from. With `tx` it is committed together with that piece of work. */
  checkpoint(value: Checkpoint, tx?: Tx): Promise<void>;
  /** The last checkpoint of an attempt that was cut off; null at the first. */
  resumeFrom: Checkpoint | null;
  /** Aborted when somebody cancels, when the process stops, or when the job was taken over by another. */
  signal: AbortSignal;
}

export interface JobSettings<Input, Checkpoint> {
  /** Lasting name, `<room>.<verb-noun>`. */
  name: string;
  titleKey: string;
  /** The page that shows the result. */
  link?(job: { input: Input; subject: { kind: string; id: string } | null }): string;
  /** `quick` work (letters, cleaning) never waits behind `long` work (calculations, imports). */
  lane?: 'quick' | 'long';
  /** How many times a failure is tried again; a refusal in people's words never is. */
  retries?: number;
  /** Five fields, in the region's time zone. Such a job runs with an empty input and no owner. */
  cron?: string;
  /** Run it at start when it has not run for so long: a machine switched off at night misses its hour. */
  catchUpHours?: number;
  /** Gives a small value that is kept as the result. */
  run(args: JobArgs<Input, Checkpoint>): Promise<object | null | undefined>;
}

export interface JobDefinition<Input = unknown> {
  job: true;
  name: string;
  titleKey: string;
  link: ((job: { input: Input; subject: { kind: string; id: string } | null }) => string) | null;
  lane: 'quick' | 'long';
  retries: number;
  cron: string | null;
  catchUpHours: number | null;
  run(args: JobArgs<Input, unknown>): Promise<unknown>;
}

/** Declares work that outlives its request: with progress, cancel, retries, and resume after a killed process. */
export function defineJob<Input extends object, Checkpoint = unknown>(
  settings: JobSettings<Input, Checkpoint>,
): JobDefinition<Input> {
  return {
    job: true,
    name: settings.name,
    titleKey: settings.titleKey,
    link: settings.link ?? null,
    lane: settings.lane ?? 'long',
    retries: settings.retries ?? 2,
    cron: settings.cron ?? null,
    catchUpHours: settings.catchUpHours ?? null,
    run: (args) => settings.run(args as JobArgs<Input, Checkpoint>),
  };
}

export const isJob = (value: unknown): value is JobDefinition =>
  typeof value === 'object' && value !== null && 'job' in value && 'run' in value;
