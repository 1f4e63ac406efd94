import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './exams.module.css';
import { api } from './exams-api.ts';

const MARKS = { authentic: 'done', replaced: 'remind', annulled: 'blocks', changed: 'blocks' } as const;

/** What a stranger sees who scanned the QR code: authentic or not, and no name before the surname is typed. */
export default function CardPage() {
  const { t, date } = useTexts();
  const { token = '' } = useParams({ strict: false }) as { token?: string };
  const [surname, setSurname] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const read = useRead(
    ['exams', 'card'],
    api.checkCard,
    { token, ...(asked ? { surname: asked } : {}) },
    { retry: false },
  );
  if (read.isError)
    return <EmptyState title={t('exams:screen.card.title')} text={t('exams:screen.card.none')} />;
  if (!read.data) return null;
  const card = read.data.data;
  return (
    <div className={css.cards}>
      <PageHead title={t('exams:screen.card.title')} />
      <section className={`panel ${css.card}`}>
        <p>
          <StateMark state={MARKS[card.status]}>{t(`exams:screen.card.status.${card.status}`)}</StateMark>
        </p>
        <p className={css.grade}>
          <b className="num">{card.grade}</b>
          <span>{card.fullName ?? card.initials}</span>
        </p>
        <dl className={css.facts}>
          {(
            [
              [t('exams:screen.card.number'), card.number],
              [t('exams:screen.exams.programme'), card.programme],
              [t('exams:screen.kits.level'), t(`exams:level.${card.level as 'BU'}`)],
              [t('exams:screen.card.day'), date(card.day, 'long')],
              ...(card.passport?.number ? [[t('exams:screen.card.passport'), card.passport.number]] : []),
            ] as [string, string][]
          ).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {!card.fullName && (
          <>
            <TextInput
              name="surname"
              label={t('exams:screen.card.surname')}
              hint={t('exams:screen.card.surnameHint')}
              value={surname}
              onChange={setSurname}
              error={card.surname === 'wrong' ? t('exams:screen.card.wrong') : undefined}
            />
            <div className={css.acts}>
              <Button
                kind="main"
                {...(surname ? {} : { blocked: t('exams:screen.card.typeFirst') })}
                onClick={() => setAsked(surname)}
              >
                {t('exams:screen.card.show')}
              </Button>
            </div>
          </>
        )}
      </section>
    </div>
  );
}
