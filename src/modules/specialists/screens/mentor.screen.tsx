import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { AppointForm } from './appoint-form.tsx';
import { MentorForm } from './mentor-form.tsx';
import { ClearanceForm, NoticeForm } from './small-forms.tsx';
import css from './specialists.module.css';
import { api, MARKS, MENTORS, type MentorCard, todayHere } from './specialists-api.ts';

type Order = MentorCard['appointments'][number];
type Tutoring = MentorCard['tutoring'][number];
type Open = 'edit' | 'clearance' | 'appoint' | { stop: string } | null;

const payWords = ({ t, money, percent }: Texts, { payForm, payValue }: Order) => {
  const form = t(`specialists:pay.${payForm}`);
  if (payValue === null) return form;
  return `${payForm === 'percent' ? percent(payValue / 10_000) : money(payValue)} ${form}`;
};

const orderColumns = (texts: Texts, stop: ((id: string) => void) | null): Column<Order>[] => {
  const { t, dateRange, date } = texts;
  return [
    {
      id: 'number',
      title: t('specialists:screen.card.number'),
      value: (row) => row.orderNumber,
      names: true,
    },
    {
      id: 'days',
      title: t('specialists:screen.card.days'),
      value: (row) => row.from,
      cell: (row) => <span className="num">{row.to ? dateRange(row.from, row.to) : date(row.from)}</span>,
      card: 'wide',
    },
    {
      id: 'basis',
      title: t('specialists:screen.card.basis'),
      value: (row) => t(`specialists:basis.${row.legalBasis}`),
      card: 'wide',
    },
    {
      id: 'consent',
      title: t('specialists:screen.card.consent'),
      value: (row) => row.consentOn,
      cell: (row) => <span className="num">{date(row.consentOn)}</span>,
    },
    {
      id: 'pay',
      title: t('specialists:screen.card.pay'),
      value: (row) => payWords(texts, row),
      card: 'wide',
    },
    {
      id: 'capacity',
      title: t('specialists:screen.card.capacity'),
      value: (row) => row.capacity,
      align: 'end',
    },
    {
      id: 'content',
      title: t('specialists:screen.card.content'),
      value: (row) => row.content,
      quiet: true,
      optional: true,
      card: 'wide',
    },
    {
      id: 'state',
      title: t('specialists:screen.state'),
      sort: false,
      value: (row) => row.noticeOn,
      cell: (row) => {
        if (row.noticeOn)
          return (
            <StateMark state="soon">
              {t('specialists:screen.card.stopped', { on: row.noticeOn, reason: row.noticeReason ?? '' })}
            </StateMark>
          );
        const over = row.to !== null && row.to < todayHere();
        return stop && !over ? (
          <Button size="s" onClick={() => stop(row.id)}>
            {t('specialists:screen.notice.open')}
          </Button>
        ) : null;
      },
      card: 'wide',
    },
  ];
};

const traineeColumns = ({ t, dateRange }: Texts): Column<Tutoring>[] => [
  {
    id: 'trainee',
    title: t('specialists:screen.card.trainee'),
    value: (row) => row.trainee,
    cell: (row) => row.trainee ?? <span className="dim">{t('specialists:screen.card.hidden')}</span>,
    names: true,
  },
  {
    id: 'days',
    title: t('specialists:screen.card.days'),
    value: (row) => row.from,
    cell: (row) => <span className="num">{dateRange(row.from, row.to)}</span>,
    card: 'wide',
  },
  {
    id: 'people',
    title: t('specialists:screen.trainees'),
    value: (row) => row.people,
    align: 'end',
    total: 'sum',
  },
];

function Facts({ card }: { card: MentorCard }) {
  const { t, date } = useTexts();
  const none = <span className="dim">{t('specialists:screen.card.noData')}</span>;
  const facts: [string, React.ReactNode][] = [
    [
      t('specialists:screen.state'),
      <StateMark key="state" state={MARKS[card.state]}>
        {t(`specialists:state.${card.state}`)}
      </StateMark>,
    ],
    [t('specialists:screen.programmes'), card.programmes.join(', ') || none],
    [t('specialists:screen.card.since'), card.experienceSince ? date(card.experienceSince) : none],
    [t('specialists:screen.card.trained'), card.trainedOn ? date(card.trainedOn) : none],
    [
      t('specialists:screen.clearance'),
      card.clearanceOn
        ? t('specialists:screen.clearanceCard', {
            number: card.clearanceNumber ?? '',
            on: card.clearanceOn,
            by: card.clearanceBy ?? '',
          })
        : t('specialists:screen.clearanceNone'),
    ],
  ];
  return (
    <dl className={`panel ${css.facts}`}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One mentor: papers, orders, trainees. */
export default function MentorPage() {
  const texts = useTexts();
  const { t } = texts;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [open, setOpen] = useState<Open>(null);
  const read = useRead([...MENTORS, 'card'], api.getMentor, { id });
  if (read.isError) return <EmptyState title={t('specialists:screen.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: card, can } = read.data;
  const close = () => setOpen(null);
  const lacksClearance = card.clearanceOn === null;
  return (
    <>
      <PageHead
        crumbs={[{ title: t('specialists:screen.title'), to: '/mentors' }, { title: card.name }]}
        title={card.name}
        about={`${card.post}, ${card.organisation}`}
        actions={
          open === null && (
            <>
              {can.edit && (
                <Button onClick={() => setOpen('edit')}>{t('specialists:screen.form.edit')}</Button>
              )}
              {can.edit && (
                <Button kind={lacksClearance ? 'main' : 'plain'} onClick={() => setOpen('clearance')}>
                  {t('specialists:screen.clearanceForm.open')}
                </Button>
              )}
              {can.appoint && !lacksClearance && (
                <Button kind="main" onClick={() => setOpen('appoint')}>
                  {t('specialists:screen.appoint.open')}
                </Button>
              )}
            </>
          )
        }
      />
      {open === 'edit' && <MentorForm card={card} onClose={close} />}
      {open === 'clearance' && <ClearanceForm id={card.id} onClose={close} />}
      {open === 'appoint' && <AppointForm card={card} onClose={close} />}
      {open !== null && typeof open === 'object' && <NoticeForm id={open.stop} onClose={close} />}
      <Facts card={card} />
      <DataTable
        id="mentor-orders"
        prefix="o"
        title={t('specialists:screen.card.orders')}
        columns={orderColumns(texts, can.notice ? (stop) => setOpen({ stop }) : null)}
        rows={card.appointments}
        rowKey={(row) => row.id}
        empty={t('specialists:screen.card.noOrders')}
      />
      <DataTable
        id="mentor-trainees"
        prefix="t"
        title={t('specialists:screen.card.trainees')}
        columns={traineeColumns(texts)}
        rows={card.tutoring}
        rowKey={(row) => row.id}
        empty={t('specialists:screen.card.noTrainees')}
      />
    </>
  );
}
