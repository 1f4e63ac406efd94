import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num, Percent } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { practiceShare } from '../rules/practice-share.ts';
import { PlanTable } from './plan-table.tsx';
import { useShareFacts } from './practice-share.tsx';
import { CloseForm, RepeatForm } from './programme-acts.tsx';
import { ProgrammeForm } from './programme-form.tsx';
import css from './programmes.module.css';
import { api, PROGRAMMES, type ProgrammeCard } from './programmes-api.ts';

function Numbers({ card }: { card: ProgrammeCard }) {
  const { t } = useTexts();
  const factsOf = useShareFacts();
  const share = practiceShare(card);
  const origin = {
    short: card.versionFrom
      ? t('programmes:screen.programme.planFrom', { from: card.versionFrom })
      : t('programmes:screen.programme.noPlan'),
    facts: factsOf(card),
  };
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('programmes:screen.programme.shareNumber'),
            value: <Percent value={share.ofPlan} />,
            origin,
          },
          {
            label: t('programmes:screen.programme.shareProfessional'),
            value: <Percent value={share.ofProfessional} />,
            origin,
          },
          {
            label: t('programmes:screen.programme.hours'),
            value: <Num value={card.academicHours} />,
            origin,
          },
        ]}
      />
    </div>
  );
}

function Around({ card, opens }: { card: ProgrammeCard; opens: boolean }) {
  const { t } = useTexts();
  return (
    <div className={css.pair}>
      <section className={`panel ${css.box}`} aria-labelledby="seats">
        <h2 id="seats">{t('programmes:screen.programme.seats')}</h2>
        {card.seatLines.length === 0 && <p className="dim">{t('programmes:screen.programme.noSeats')}</p>}
        <ul className={css.lines}>
          {card.seatLines.map(({ intakeYear, funding, seats, enrolled }) => (
            <li key={`${intakeYear} ${funding}`}>
              {t('programmes:screen.programme.seatsLine', {
                year: intakeYear,
                funding: t(`programmes:screen.funding.${funding}`),
                seats,
              })}{' '}
              <span className="dim">
                {enrolled === null
                  ? t('programmes:screen.admission.notKnown')
                  : t('programmes:screen.programme.seatsEnrolled', { count: enrolled })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className={`panel ${css.box}`} aria-labelledby="groups">
        <h2 id="groups">{t('programmes:screen.programme.groups')}</h2>
        {card.groupList.length === 0 && <p className="dim">{t('programmes:screen.programme.noGroups')}</p>}
        <ul className={css.lines}>
          {card.groupList.map(({ id, code, course, studying }) => (
            <li key={id}>
              {opens ? (
                <Link to="/groups/$id" params={{ id }}>
                  {code}
                </Link>
              ) : (
                code
              )}{' '}
              <span className="dim">
                {t('programmes:screen.group.courseOf', { course })},{' '}
                {t('programmes:screen.contingent.nounStudents', { count: studying })}:{' '}
                <Num value={studying} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** One programme: how much practice its plan holds, the plan itself by version, seats and groups. */
export default function ProgrammePage() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [versionId, setVersionId] = useState('');
  const [open, setOpen] = useState<'edit' | 'repeat' | 'close' | null>(null);
  const read = useRead(
    PROGRAMMES,
    api.getProgramme,
    { id, ...(versionId && { versionId }) },
    { placeholderData: (old) => old },
  );
  if (read.isError)
    return <EmptyState title={t('programmes:screen.programme.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: card, can } = read.data;
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        crumbs={[{ title: t('programmes:screen.programme.title'), to: '/programmes' }, { title: card.code }]}
        title={card.name}
        tag={card.code}
        about={`${card.college}, ${t('programmes:screen.base', { base: card.base })}`}
        actions={
          can.edit &&
          open === null && (
            <>
              {!card.closedOn && (
                <Button kind="quiet" onClick={() => setOpen('close')}>
                  {t('programmes:screen.programme.close')}
                </Button>
              )}
              <Button icon="copy" onClick={() => setOpen('repeat')}>
                {t('programmes:screen.programme.repeat')}
              </Button>
              <Button kind="main" icon="pencil" onClick={() => setOpen('edit')}>
                {t('programmes:screen.programme.edit')}
              </Button>
            </>
          )
        }
      />
      {!card.known && <StateMark state="remind">{t('programmes:screen.programme.unknown')}</StateMark>}
      {card.closedOn && (
        <StateMark state="idle">{t('programmes:screen.programme.closed', { on: card.closedOn })}</StateMark>
      )}
      {open === 'edit' && (
        <ProgrammeForm key={card.rev} card={card} workshops={card.workshops} onClose={close} />
      )}
      {open === 'repeat' && <RepeatForm id={card.id} onClose={close} />}
      {open === 'close' && <CloseForm id={card.id} rev={card.rev} onClose={close} />}
      <Numbers card={card} />
      <PlanTable card={card} onVersion={setVersionId} />
      <Around card={card} opens={can.openGroups === true} />
    </>
  );
}
