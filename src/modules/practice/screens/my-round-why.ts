import type { Texts } from '../../../web/text.ts';
import { decidedBy } from '../rules/round-tier.ts';
import type { MyRefusal, MyRound } from './round-api.ts';

/** «Не дальше 30 км»: a band of nearness in words. */
function bandOf(bands: readonly number[], value: number, { t }: Texts): string {
  const km = bands[value];
  return km !== undefined
    ? t('practice:round.why.within', { km })
    : t('practice:round.why.beyond', { km: bands.at(-1) ?? 0 });
}

/** What decided among those who asked: the first class in which the last one taken differs, else the lot, else the order. */
function decided(refusal: MyRefusal, round: Pick<MyRound, 'classes'>, texts: Texts): string[] {
  const { t } = texts;
  const { tier, cutoffTier, position, cutoff } = refusal;
  const by = tier !== null && cutoffTier !== null ? decidedBy(round.classes, tier, cutoffTier) : null;
  if (by?.rule.kind === 'distance') {
    const bands = by.rule.bands ?? [];
    return [
      t('practice:round.why.distance', {
        last: bandOf(bands, by.last, texts),
        own: bandOf(bands, by.own, texts),
      }),
    ];
  }
  if (by) return [t(`practice:round.why.${by.rule.kind}`)];
  if (position === null || cutoff === null) return [];
  return [t(refusal.byLot ? 'practice:round.why.lot' : 'practice:round.why.order', { position, cutoff })];
}

/** Why a place was not got, sentence by sentence: own figures and the border, never anybody else. */
export function whyNot(refusal: MyRefusal, round: Pick<MyRound, 'classes'>, texts: Texts): string[] {
  const { t } = texts;
  const { reason, seats, asked, ahead, had, minimum } = refusal;
  const head =
    seats !== null && asked !== null ? [t('practice:round.why.asked', { seats, count: asked })] : [];
  switch (reason) {
    case 'full':
      return [
        ...head,
        ...decided(refusal, round, texts),
        ...(ahead !== null ? [t('practice:round.why.ahead', { ahead })] : []),
      ];
    case 'employerCap':
    case 'quota':
    case 'reserved':
      return [...head, t(`practice:round.why.${reason}`), ...decided(refusal, round, texts)];
    case 'closedMinimum':
      return [t('practice:round.why.closedMinimum', { had: had ?? 0, minimum: minimum ?? 0 })];
    case 'notCompatible':
    case 'notAcceptable':
    case 'team':
    case 'total':
      return [...head, t(`practice:round.why.${reason}`)];
    default:
      return head;
  }
}

/** What would have changed it: recomputed, true when run again. */
export function otherwise({ change }: MyRefusal, { t }: Texts): string | null {
  switch (change?.kind) {
    case 'position':
    case 'capacity':
    case 'employerCapacity':
    case 'minimum':
      return t(`practice:round.otherwise.${change.kind}`, { value: change.value });
    default:
      return null;
  }
}
