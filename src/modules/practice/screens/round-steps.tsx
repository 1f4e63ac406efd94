import { useTexts } from '../../../web/text.ts';
import { type State, StateIcon } from '../../../web/widgets/state-mark.tsx';
import type { Round } from './round-api.ts';
import css from './rounds.module.css';

const STEPS = ['open', 'ranking', 'frozen', 'drawn', 'published', 'repaired'] as const;
const AT: Record<Round['state'], number> = {
  open: 0,
  ranking: 1,
  frozen: 2,
  drawing: 3,
  drawn: 3,
  publishing: 4,
  published: 4,
  repaired: 5,
  closed: 6,
  cancelled: -1,
};

/** The campaign as a line of steps: what is done, what is under way, what comes. */
export function RoundSteps({ round }: { round: Round }) {
  const { t } = useTexts();
  const now = AT[round.state];
  const mark = (k: number): State =>
    k < now || (k === now && ['drawn', 'published', 'repaired'].includes(round.state))
      ? 'done'
      : k === now
        ? 'waiting'
        : 'idle';
  const words: Record<(typeof STEPS)[number], string> = {
    open: t('practice:round.screen.card.about.open', { at: round.opensAt }),
    ranking: t('practice:round.screen.card.about.ranking', { at: round.freezesAt, count: round.ranked }),
    frozen: t('practice:round.screen.card.about.frozen'),
    drawn: t('practice:round.screen.card.about.drawn'),
    published: round.publishedAt
      ? t('practice:round.screen.card.about.published', { at: round.publishedAt })
      : '',
    repaired: t('practice:round.screen.card.about.repaired'),
  };
  return (
    <ol className={`panel ${css.steps}`} aria-label={t('practice:round.screen.card.steps')}>
      {STEPS.map((step, k) => (
        <li key={step} aria-current={k === now ? 'step' : undefined}>
          <StateIcon state={mark(k)} />
          <b>{t(`practice:round.screen.card.step.${step}`)}</b>
          {words[step] && <small>{words[step]}</small>}
        </li>
      ))}
    </ol>
  );
}
