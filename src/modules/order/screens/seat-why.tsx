import type { ReactNode } from 'react';
import { type Texts, useTexts } from '../../../web/text.ts';
import type { OriginFacts } from '../../../web/widgets/stem.tsx';
import type { WaterfallStep } from '../../../web/widgets/waterfall.tsx';
import type { Why } from '../../../web/widgets/why-drawer.tsx';
import { Backing } from './backing.tsx';
import { HintWords } from './hint-words.tsx';
import css from './order.module.css';
import type { Reason, Variant } from './order-api.ts';
import { Override } from './override.tsx';
import { said } from './said.ts';
import { WhatIf } from './what-if.tsx';

/**
 * Steps of the way from the need to the seats; where the two halves meet stands only what they differ by. Each is rounded where it
 * ends, so that the whole numbers on the screen add up to the seats.
 */
function stepsOf({ waterfall }: Reason, { t, tId }: Texts): Why['made'] {
  const total = waterfall.find(({ id }) => id === 'seats')?.people;
  const here = waterfall.findIndex(({ id }) => id === 'here');
  // whom the need leaves for this programme; more may be trained, since a group is not cut
  const left = waterfall.slice(0, Math.max(0, here)).reduce((sum, { people }) => sum + people, 0);
  let at = 0;
  const steps = waterfall
    .filter(({ id }) => id !== 'seats')
    .map(({ id, people }) => (id === 'here' ? { id: 'beyond', people: people - left } : { id, people }))
    .flatMap(({ id, people }): WaterfallStep[] => {
      const value = Math.round(at + people) - Math.round(at);
      at += people;
      if (value === 0 && id !== 'need') return [];
      const label =
        id === 'need' || id === 'beyond' ? t(`order:screen.why.${id}`) : tId(`engine-seats:why.step.${id}`);
      return [{ label, value, kind: id === 'need' ? 'start' : id === 'unmet' ? 'limit' : 'step' }];
    });
  if (total === undefined || steps.length < 2) return undefined;
  return {
    steps,
    total: { label: t('engine-seats:why.step.seats'), value: total },
    note: t('order:screen.why.needNote'),
  };
}

function originOf({ seat, backing }: Reason, { t }: Texts): OriginFacts {
  const [line, model] = [Math.round(backing.linePeople), Math.round(backing.modelPeople)];
  const away = seat.seats - line - model;
  const lines = backing.lines.length + backing.hidden;
  return {
    nodes: [
      {
        count: seat.seats,
        noun: t('order:screen.noun.seats', { count: seat.seats }),
        source: seat.college,
      },
      {
        count: line,
        noun: t('order:screen.noun.people', { count: line }),
        source: t('order:screen.why.byLines'),
      },
      ...(model > 0
        ? [
            {
              count: model,
              noun: t('order:screen.noun.people', { count: model }),
              source: t('order:screen.why.byModel'),
            },
          ]
        : []),
      ...(away > 0
        ? [
            {
              count: away,
              noun: t('order:screen.noun.people', { count: away }),
              source: t('order:screen.why.away'),
            },
          ]
        : []),
      {
        count: lines,
        noun: t('order:screen.noun.lines', { count: lines }),
        source: t('order:screen.origin.lines'),
      },
      {
        count: backing.enterprises,
        noun: t('order:screen.noun.enterprises', { count: backing.enterprises }),
        source: t('order:screen.why.stated'),
      },
    ],
    ...(backing.hidden > 0 && { hidden: { count: backing.hidden, why: t('order:screen.why.hidden') } }),
  };
}

interface Asked {
  variant: Pick<Variant, 'id' | 'decisionYear'> & Partial<Pick<Variant, 'decisions' | 'version'>>;
  reason: Reason | null;
  can: Record<string, boolean>;
  title: string;
  subject: string;
  lead?: ReactNode;
}

/** The six parts of a seat's reason, in their order. */
export function useSeatWhy({ variant, reason, can, title, subject, lead }: Asked): Why {
  const texts = useTexts();
  const { t, date } = texts;
  if (!reason) return { title, subject, answer: lead ?? t('order:screen.why.loading') };
  const words = (one: Parameters<typeof said>[0]) => said(one, texts);
  const { seat, decision } = reason;
  const otherwise: NonNullable<Why['otherwise']> = [];
  if (can.ask)
    otherwise.push({
      title: t('order:screen.whatIf.title'),
      text: <WhatIf key={seat.programmeId} variantId={variant.id} seat={seat} />,
    });
  if (reason.forces.length > 0)
    otherwise.push({
      title: t('order:screen.why.forces'),
      text: (
        <ul className={css.sentences}>
          {reason.forces.map((force) => (
            <li key={words(force)}>{words(force)}</li>
          ))}
        </ul>
      ),
    });
  if (reason.hint)
    otherwise.push({ title: t('order:screen.hint.title'), text: <HintWords reason={reason} /> });
  if (reason.backing.lines.length > 0)
    otherwise.push({ title: t('order:screen.why.waiting'), text: <Backing reason={reason} /> });
  const made = stepsOf(reason, texts);
  return {
    title,
    subject,
    answer: (
      <>
        {lead}
        <span className={css.answer}>{words(reason.answer)}</span>
        {decision && (
          <span className={css.answer}>
            {t('order:screen.decision.said', {
              name: decision.by ?? t('order:screen.decision.official'),
              at: decision.at ? date(decision.at, 'long') : '',
              calculated: seat.calculated,
              reason: decision.reason,
            })}
          </span>
        )}
      </>
    ),
    ...(made && { made }),
    ...(reason.binding.length > 0 && {
      limit: (
        <ul className={css.sentences}>
          {reason.binding.map((one) => (
            <li key={words(one)}>{words(one)}</li>
          ))}
        </ul>
      ),
    }),
    otherwise,
    origin: originOf(reason, texts),
    ...(can.decide &&
      variant.decisions && {
        acts: (
          <Override
            key={seat.programmeId}
            variant={{ ...variant, decisions: variant.decisions }}
            seat={seat}
          />
        ),
      }),
  };
}
