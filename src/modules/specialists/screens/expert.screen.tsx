import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { EndRightForm, LeaveForm } from './ending-forms.tsx';
import { api, EXPERT_MARKS, EXPERTS, type ExpertCard } from './experts-api.ts';
import { RightForm } from './right-form.tsx';
import css from './specialists.module.css';
import { todayHere } from './specialists-api.ts';

type Right = ExpertCard['rights'][number];
type Barred = ExpertCard['barred'][number];
type Service = ExpertCard['services'][number];
type Application = ExpertCard['applications'][number];
type Open = { act: 'grant' } | { act: 'leave' } | { act: 'end'; right: Right } | null;

const days = ({ t, date, dateRange }: Texts, from: string | null, to: string | null) =>
  from && to
    ? dateRange(from, to)
    : from
      ? `${date(from)} –`
      : to
        ? `– ${date(to)}`
        : t('specialists:screen.experts.endless');

const rightColumns = (texts: Texts, onEnd: ((right: Right) => void) | null): Column<Right>[] => {
  const { t } = texts;
  return [
    { id: 'code', title: t('specialists:screen.expertCard.code'), value: (row) => row.code, names: true },
    {
      id: 'level',
      title: t('specialists:screen.expertCard.level'),
      value: (row) => t(`specialists:level.${row.level}`),
      card: 'wide',
    },
    {
      id: 'regime',
      title: t('specialists:screen.expertCard.regime'),
      value: (row) => t(`specialists:regime.${row.regime}`),
      quiet: true,
      card: 'wide',
    },
    {
      id: 'days',
      title: t('specialists:screen.expertCard.days'),
      value: (row) => row.from,
      cell: (row) => <span className="num">{days(texts, row.from, row.to)}</span>,
      card: 'wide',
    },
    {
      id: 'document',
      title: t('specialists:screen.expertCard.document'),
      value: (row) => row.documentNumber,
      quiet: true,
    },
    {
      id: 'ended',
      title: t('specialists:screen.ending.ended'),
      value: (row) => row.endedWhy,
      cell: (row) =>
        row.endedWhy ??
        (onEnd && (row.to === null || row.to >= todayHere()) && (
          <Button size="s" onClick={() => onEnd(row)}>
            {t('specialists:screen.ending.endRight')}
          </Button>
        )),
      quiet: true,
      card: 'wide',
    },
  ];
};

/** «Почему этому человеку нельзя судить здесь»: each line a college or a group, with the rule in words. */
const barredColumns = (texts: Texts): Column<Barred>[] => {
  const { t } = texts;
  return [
    {
      id: 'what',
      title: t('specialists:screen.expertCard.barredWhat'),
      value: (row) => row.what ?? t('specialists:screen.expertCard.oneStudent'),
      names: true,
    },
    {
      id: 'why',
      title: t('specialists:screen.expertCard.barredWhy'),
      value: (row) => t(`specialists:conflict.short.${row.code}`),
      card: 'wide',
    },
    {
      id: 'days',
      title: t('specialists:screen.expertCard.days'),
      value: (row) => row.from,
      cell: (row) => <span className="num">{days(texts, row.from, row.to)}</span>,
      card: 'wide',
    },
  ];
};

/** Requests for rights and renewals of this person. */
const applicationColumns = ({ t, date }: Texts): Column<Application>[] => [
  {
    id: 'what',
    title: t('specialists:screen.applications.what'),
    value: (row) =>
      `${t(`specialists:screen.applications.kind.${row.kind}`)}: ${t(`specialists:level.${row.level}`)}, ${row.codes.join(', ')}`,
    names: true,
    card: 'wide',
  },
  {
    id: 'sent',
    title: t('specialists:screen.applications.sent'),
    value: (row) => row.sentOn,
    cell: (row) => <span className="num">{date(row.sentOn)}</span>,
  },
  {
    id: 'state',
    title: t('specialists:screen.applications.state'),
    value: (row) => t(`specialists:application.${row.state}`),
  },
  {
    id: 'ground',
    title: t('specialists:screen.applications.ground'),
    value: (row) => row.ground,
    quiet: true,
    card: 'wide',
  },
];

const serviceColumns = ({ t, date, tId }: Texts): Column<Service>[] => [
  {
    id: 'on',
    title: t('specialists:screen.expertCard.on'),
    value: (row) => row.on,
    cell: (row) => <span className="num">{date(row.on)}</span>,
    names: true,
  },
  { id: 'code', title: t('specialists:screen.expertCard.code'), value: (row) => row.code },
  {
    id: 'college',
    title: t('specialists:screen.expertCard.college'),
    value: (row) => row.college,
    card: 'wide',
  },
  {
    id: 'role',
    title: t('specialists:screen.expertCard.role'),
    value: (row) => tId(`exams:seat.${row.role}`),
    quiet: true,
  },
  {
    id: 'state',
    title: t('specialists:screen.expertCard.state'),
    value: (row) => t(`specialists:service.${row.state}`),
    filter: 'choice',
  },
];

function Facts({ card }: { card: ExpertCard }) {
  const texts = useTexts();
  const { t, date, dateRange } = texts;
  const facts: [string, React.ReactNode][] = [
    [
      t('specialists:screen.experts.state'),
      <StateMark key="state" state={EXPERT_MARKS[card.state]}>
        {t(`specialists:expertState.${card.state}`)}
      </StateMark>,
    ],
    [
      t('specialists:screen.experts.level'),
      t(card.mayLead ? 'specialists:screen.experts.lead' : 'specialists:screen.experts.line'),
    ],
    [
      t('specialists:screen.expertCard.week'),
      card.weekdays.map((d) => t(`specialists:weekday.d${d as 1}`)).join(', '),
    ],
    [
      t('specialists:screen.expertCard.monthLimit'),
      <span key="n" className="num">
        {card.monthLimit}
      </span>,
    ],
    [
      t('specialists:screen.expertCard.absences'),
      card.absences.length === 0
        ? t('specialists:screen.expertCard.noAbsences')
        : card.absences
            .map(
              (a) =>
                `${dateRange(a.from, a.to)}: ${t(`specialists:absence.${a.kind === 'ill' ? 'busy' : a.kind}`)}`,
            )
            .join('; '),
    ],
    [
      t('specialists:screen.expertCard.load'),
      t('specialists:screen.expertCard.hours', { count: card.teachingHours }),
    ],
    ...(card.experienceSince
      ? [[t('specialists:screen.expertCard.since'), date(card.experienceSince)] as [string, React.ReactNode]]
      : []),
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

/** One expert: rights, when one may call, where the expert may not mark and why, exams served. */
export default function ExpertPage() {
  const texts = useTexts();
  const { t } = texts;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const read = useRead([...EXPERTS, 'card'], api.getExpert, { id });
  if (read.isError)
    return <EmptyState title={t('specialists:screen.experts.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: card, can } = read.data;
  return (
    <>
      <PageHead
        crumbs={[{ title: t('specialists:screen.experts.title'), to: '/experts' }, { title: card.name }]}
        title={card.name}
        about={[card.post, card.organisation].filter(Boolean).join(', ')}
        actions={
          can.edit &&
          !open && (
            <>
              {!card.leftOn && (
                <Button onClick={() => setOpen({ act: 'leave' })}>
                  {t('specialists:screen.ending.leaveOpen')}
                </Button>
              )}
              <Button kind="main" onClick={() => setOpen({ act: 'grant' })}>
                {t('specialists:screen.rightForm.open')}
              </Button>
            </>
          )
        }
      />
      {open?.act === 'grant' && <RightForm id={card.id} onClose={close} />}
      {open?.act === 'leave' && <LeaveForm id={card.id} name={card.name} onClose={close} />}
      {open?.act === 'end' && <EndRightForm key={open.right.id} right={open.right} onClose={close} />}
      {card.leftOn && (
        <p>
          <StateMark state="idle">{t('specialists:screen.ending.left', { on: card.leftOn })}</StateMark>
        </p>
      )}
      <Facts card={card} />
      <DataTable
        id="expert-rights"
        prefix="r"
        title={t('specialists:screen.expertCard.rights')}
        columns={rightColumns(texts, can.edit ? (right) => setOpen({ act: 'end', right }) : null)}
        rows={card.rights}
        rowKey={(row) => row.id}
        empty={t('specialists:screen.expertCard.noRights')}
      />
      <DataTable
        id="expert-barred"
        prefix="b"
        title={t('specialists:screen.expertCard.barred')}
        columns={barredColumns(texts)}
        rows={card.barred}
        rowKey={(row) => `${row.code} ${row.what ?? ''} ${row.from ?? ''}`}
        empty={t('specialists:screen.expertCard.notBarred')}
      />
      {card.applications.length > 0 && (
        <DataTable
          id="expert-requests"
          prefix="a"
          title={t('specialists:screen.expertCard.applications')}
          columns={applicationColumns(texts)}
          rows={card.applications}
          rowKey={(row) => row.id}
          empty={t('specialists:screen.applications.empty')}
        />
      )}
      <DataTable
        id="expert-services"
        prefix="s"
        title={t('specialists:screen.expertCard.services')}
        columns={serviceColumns(texts)}
        rows={card.services}
        rowKey={(row) => row.id}
        empty={t('specialists:screen.expertCard.noServices')}
      />
    </>
  );
}
