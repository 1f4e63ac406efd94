import { aspectPoints } from '../../rules/points.ts';

export interface QueuedMark {
  id: string;
  examineeId: string;
  aspectId: string;
  value: number;
  device: string;
  sequence: number;
  deviceAt: string;
}
export interface Standing {
  examineeId: string;
  aspectId: string;
  personId: string;
  value: number;
}
export interface AnswerOf {
  id: string;
  outcome: 'accepted' | 'known' | 'refused';
  key: string | null;
  params: Record<string, unknown>;
}
export interface Refused {
  mark: QueuedMark;
  key: string;
  params: Record<string, unknown>;
}

/** What is left to send after an answer, what the server took, and what it refused: that is shown on the tablet. */
export function afterAnswer(
  queue: readonly QueuedMark[],
  answers: readonly AnswerOf[],
): { queue: QueuedMark[]; taken: QueuedMark[]; refused: Refused[] } {
  const said = new Map(answers.map((one) => [one.id, one]));
  return {
    queue: queue.filter(({ id }) => !said.has(id)),
    taken: queue.filter(({ id }) => said.has(id) && said.get(id)?.outcome !== 'refused'),
    refused: queue.flatMap((mark) => {
      const one = said.get(mark.id);
      return one?.outcome === 'refused'
        ? [{ mark, key: one.key ?? 'exams:error.markTaken', params: one.params }]
        : [];
    }),
  };
}

/** Everybody's standing marks with the own unsent ones laid over them: the last number of this tablet stands. */
export function withQueue(
  known: readonly Standing[],
  queue: readonly QueuedMark[],
  personId: string,
): Standing[] {
  const key = (one: { examineeId: string; aspectId: string; personId: string }) =>
    `${one.examineeId} ${one.aspectId} ${one.personId}`;
  const all = new Map(known.map((one) => [key(one), one]));
  for (const { examineeId, aspectId, value } of [...queue].sort((a, b) => a.sequence - b.sequence)) {
    const mark = { examineeId, aspectId, personId, value };
    all.set(key(mark), mark);
  }
  return [...all.values()];
}

export interface AspectFacts {
  id: string;
  kind: 'measurement' | 'judgement';
  max: number;
}
export interface AspectState {
  own: number | null;
  others: number[];
  /** This expert still has to mark it. */
  missing: boolean;
  /** Judges differ by more than the kit allows, or measurements differ. */
  apart: number;
  points: number | null;
}

/** One aspect of one workplace as this expert sees it. */
export function aspectState(
  aspect: AspectFacts,
  marks: readonly Standing[],
  {
    examineeId,
    personId,
    judges,
    spread,
  }: { examineeId: string; personId: string; judges: number; spread: number },
): AspectState {
  const here = marks.filter((one) => one.examineeId === examineeId && one.aspectId === aspect.id);
  const own = here.find((one) => one.personId === personId)?.value ?? null;
  const others = here.filter((one) => one.personId !== personId).map(({ value }) => value);
  const values = here.map(({ value }) => value);
  const gap = values.length > 1 ? Math.max(...values) - Math.min(...values) : 0;
  const needed = aspect.kind === 'judgement' ? judges : 1;
  return {
    own,
    others,
    missing: own === null && values.length < needed,
    apart: aspect.kind === 'judgement' ? (gap > spread ? gap : 0) : gap,
    points: aspectPoints(aspect, values),
  };
}

/** How far the tablet's clock is off, in minutes; shown, never used. */
export const clockOffset = (ahead: number): number => Math.round(ahead / 60_000);

/** Minutes of work left at one workplace by the server's clock; null before the start and after the end. */
export function minutesLeft(
  place: { startedAt: string | null; endedAt: string | null },
  { minutes, now }: { minutes: number; now: number },
): number | null {
  if (!place.startedAt || place.endedAt) return null;
  return Math.max(0, Math.ceil(minutes - (now - Date.parse(place.startedAt)) / 60_000));
}
