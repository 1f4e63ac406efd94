import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { OrderForm } from './order-form.tsx';
import css from './programmes.module.css';
import { api, STUDENT, type StudentCard } from './programmes-api.ts';

function Facts({ student }: { student: StudentCard }) {
  const { t } = useTexts();
  const { seatLine, programme, birthDate, age } = student;
  return (
    <dl className={`panel ${css.facts}`}>
      <div>
        <dt>{t('programmes:screen.student.birthDate')}</dt>
        <dd>
          {birthDate ? <DateText value={birthDate} /> : <span className="dim">{t('web:noData')}</span>}
          {age !== null && (
            <span className="dim"> {t('programmes:screen.student.years', { count: age })}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('programmes:screen.student.programme')}</dt>
        <dd>
          <Link to="/programmes/$id" params={{ id: programme.id }}>
            {programme.code} {programme.name}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{t('programmes:screen.student.funding')}</dt>
        <dd>{t(`programmes:screen.funding.${student.funding}`)}</dd>
      </div>
      <div>
        <dt>{t('programmes:screen.student.seatLine')}</dt>
        <dd>
          {seatLine
            ? t('programmes:screen.student.seatLineOf', {
                year: seatLine.intakeYear,
                funding: t(`programmes:screen.funding.${seatLine.funding}`),
              })
            : t('programmes:screen.student.noSeatLine')}
        </dd>
      </div>
      {student.externalKey && (
        <div>
          <dt>{t('programmes:screen.student.externalKey')}</dt>
          <dd>{student.externalKey}</dd>
        </div>
      )}
    </dl>
  );
}

function Way({ student }: { student: StudentCard }) {
  const { t, tId } = useTexts();
  return (
    <section aria-labelledby="way">
      <SectionHead id="way" title={t('programmes:screen.student.way')} />
      <ol className={css.way}>
        {student.events.map((event) => (
          <li key={event.id}>
            <b>{tId(`programmes:event.student.${event.kind}`)}</b>
            {event.until && ` ${t('programmes:screen.student.untilDay', { until: event.until })}`}
            <small>
              {event.orderNumber
                ? t('programmes:screen.student.orderOf', { number: event.orderNumber, on: event.on })
                : t('programmes:screen.student.orderDay', { on: event.on })}
              {event.ground && `, ${event.ground}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The card of a student: facts, the way by orders, and the next order for whoever may write it. */
export default function StudentPage() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [writing, setWriting] = useState(false);
  const read = useRead(STUDENT, api.getStudent, { id });
  if (read.isError)
    return <EmptyState title={t('programmes:screen.student.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: student, can } = read.data;
  return (
    <>
      <PageHead
        crumbs={[
          { title: t('programmes:screen.group.title'), to: '/groups' },
          { title: student.group.code, to: `/groups/${student.group.id}` },
          { title: student.fullName },
        ]}
        title={student.fullName}
        tag={t(`programmes:state.student.${student.status}`)}
        about={t('programmes:screen.group.one', { code: student.group.code })}
        actions={
          can.move &&
          !writing && (
            <Button kind="main" onClick={() => setWriting(true)}>
              {t('programmes:screen.student.newOrder')}
            </Button>
          )
        }
      />
      {writing && <OrderForm key={student.rev} student={student} onClose={() => setWriting(false)} />}
      <Facts student={student} />
      <Way student={student} />
    </>
  );
}
