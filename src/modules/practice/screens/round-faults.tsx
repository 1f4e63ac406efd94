import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { api, type Can, ROUND, type Round } from './round-api.ts';
import css from './rounds.module.css';

/** Whom the rules refused when it was tried to publish: each is taken out with that reason. */
export function RoundFaults({ round, can }: { round: Round; can: Can }) {
  const { t, tId } = useTexts();
  const excuse = useChange(api.excuseStudent, [ROUND]);
  return (
    <section className={`panel ${css.faults}`} role="alert">
      <h2>{t('practice:round.screen.card.faults')}</h2>
      <p>{t('practice:round.screen.card.faultsAbout')}</p>
      {excuse.isError && <p>{excuse.error.message}</p>}
      <ul>
        {round.faults.map(({ path, key, params }) => {
          const [of, studentId = ''] = path.split('.');
          const why = tId(key, params);
          return (
            <li key={`${path} ${key}`}>
              <StateMark state="blocks">
                {params.name ? `${params.name}: ` : ''}
                {why}
              </StateMark>
              {of === 'students' && can.lead && (
                <Button
                  size="s"
                  busy={excuse.isPending}
                  onClick={() =>
                    excuse.mutate({
                      id: round.id,
                      studentId,
                      reason: t('practice:round.screen.card.excused', { why }).slice(0, 300),
                    })
                  }
                >
                  {t('practice:round.screen.card.excuse')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
