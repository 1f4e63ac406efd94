import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { ApplyPart } from './apply-part.tsx';
import { AwayPart } from './away-part.tsx';
import { CircumstancePart } from './circumstance-part.tsx';
import { api, EXPERT_MARKS, MY_EXPERT, type MyExpert } from './experts-api.ts';
import css from './specialists.module.css';
import { TestPart } from './test-part.tsx';
import { WeekPart } from './week-part.tsx';

function Standing({ card }: { card: NonNullable<MyExpert['card']> }) {
  const { t } = useTexts();
  const right =
    card.codes.length === 0
      ? t('specialists:screen.myExpert.noRight')
      : card.validTo
        ? t('specialists:screen.myExpert.validTo', { on: card.validTo })
        : t('specialists:screen.myExpert.validAlways');
  return (
    <p className={css.acts}>
      <StateMark state={EXPERT_MARKS[card.state]}>{right}</StateMark>
      <span className="dim">{card.codes.join(', ')}</span>
    </p>
  );
}

/** An expert's own page, for a phone: right, days, tests, requests, circumstances. */
export default function MyExpertPage() {
  const { t } = useTexts();
  const [taking, setTaking] = useState<string | null>(null);
  const read = useRead(MY_EXPERT, api.myExpert, {});
  if (read.isError)
    return <EmptyState title={t('specialists:screen.myExpert.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { card, tests } = read.data.data;
  return (
    <div className={css.narrow}>
      <PageHead
        title={t('specialists:screen.myExpert.title')}
        about={t('specialists:screen.myExpert.about')}
      />
      {card ? <Standing card={card} /> : <p>{t('specialists:screen.myExpert.none')}</p>}
      {taking ? (
        <TestPart id={taking} onClose={() => setTaking(null)} />
      ) : (
        <>
          {card && <WeekPart card={card} />}
          {card && <AwayPart card={card} />}
          <section className={`panel ${css.box}`} aria-labelledby="expert-tests">
            <SectionHead id="expert-tests" title={t('specialists:screen.myExpert.tests')} />
            {tests.length === 0 && <p className="dim">{t('specialists:screen.myExpert.noTests')}</p>}
            <ul className={css.lines}>
              {tests.map((test) => (
                <li key={test.id}>
                  <span>
                    {test.title}{' '}
                    <span className="dim">
                      {test.passedOn
                        ? t('specialists:screen.myExpert.passed', { on: test.passedOn })
                        : t('specialists:screen.myExpert.attempts', {
                            attempts: test.attempts,
                            most: test.mostAttempts,
                          })}
                    </span>
                  </span>
                  {!test.passedOn && test.attempts < test.mostAttempts && (
                    <button type="button" className="link" onClick={() => setTaking(test.id)}>
                      {t('specialists:screen.myExpert.start')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <ApplyPart tests={tests} applications={card?.applications ?? []} />
          {card && <CircumstancePart count={card.circumstances} />}
        </>
      )}
    </div>
  );
}
