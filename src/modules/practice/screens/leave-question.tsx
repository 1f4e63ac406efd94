import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import css from './practice.module.css';
import { api, MINE, type Mine } from './practice-api.ts';

/** To leave home is the student's own decision: refusing is as easy as agreeing, and both can be taken back. */
export function LeaveQuestion({ row }: { row: Mine }) {
  const { t } = useTexts();
  const answer = useChange(api.answerLeaving, [MINE]);
  const open = ['slot_reserved', 'contract_ok', 'cleared'].includes(row.state);
  if (row.leaveHome === 'needless' || !open) return null;
  const say = (value: 'given' | 'refused' | 'withdrawn') => answer.mutate({ id: row.id, answer: value });
  const asked = row.leaveHome === 'asked' || row.leaveHome === 'withdrawn';
  return (
    <section className={css.ask}>
      <h3>{t('practice:screen.mine.leaveTitle')}</h3>
      <p>
        {row.leaveHome === 'given'
          ? t('practice:screen.mine.agreed')
          : row.leaveHome === 'refused'
            ? t('practice:screen.mine.refused')
            : t('practice:screen.mine.leaveText')}
      </p>
      {answer.error && <p role="alert">{answer.error.message}</p>}
      <div className={css.acts}>
        {row.leaveHome !== 'given' && (
          <Button
            size="l"
            kind={asked ? 'main' : 'plain'}
            busy={answer.isPending}
            onClick={() => say('given')}
          >
            {t('practice:screen.mine.agree')}
          </Button>
        )}
        {asked && (
          <Button size="l" busy={answer.isPending} onClick={() => say('refused')}>
            {t('practice:screen.mine.refuse')}
          </Button>
        )}
        {row.leaveHome === 'given' && (
          <Button size="l" busy={answer.isPending} onClick={() => say('withdrawn')}>
            {t('practice:screen.mine.withdraw')}
          </Button>
        )}
      </div>
    </section>
  );
}
