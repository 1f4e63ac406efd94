import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { saveFile, useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { jobIsOpen, progressOf, useJob } from '../../../web/use-job.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { ProgressPanel } from '../../../web/widgets/progress-panel.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { SeatForm } from './seat-form.tsx';
import { ShortageList } from './shortage-list.tsx';
import css from './staffing.module.css';
import { api, DEMAND, STAFFINGS, type StaffedExam, type StaffedSeat, type Staffing } from './staffing-api.ts';

const names = (texts: Texts, seats: StaffedSeat[]) =>
  seats.map((seat) => seat.person?.name ?? texts.t('exams:staffing.screen.none')).join(', ');

interface Acts {
  /** While the proposal stands: somebody else for the seat. */
  onSeat: ((seat: StaffedSeat) => void) | null;
  /** Once people are called: somebody falls out. */
  replace: boolean;
}

function People({ row, seats, onSeat, replace }: Acts & { row: StaffedExam; seats: StaffedSeat[] }) {
  const { t, tId } = useTexts();
  return (
    <span className={css.people}>
      {seats.map((seat) => (
        <span key={seat.id}>
          {seat.person ? (
            seat.person.name
          ) : (
            <StateMark state="blocks">{t('exams:staffing.screen.none')}</StateMark>
          )}
          {seat.role === 'employer' && <span className="dim"> {t('exams:staffing.role.employer')}</span>}
          {seat.fault && <StateMark state="remind">{tId(seat.fault)}</StateMark>}
          {onSeat && (
            <Button size="s" onClick={() => onSeat(seat)}>
              {t('exams:staffing.screen.change')}
            </Button>
          )}
          {replace && row.sessionId && seat.person && (
            <Link to="/exams/$id/replace" params={{ id: row.sessionId }} search={{ person: seat.person.id }}>
              {t('exams:staffing.screen.change')}
            </Link>
          )}
        </span>
      ))}
    </span>
  );
}

const columnsOf = (texts: Texts, acts: Acts): Column<StaffedExam>[] => {
  const { t, date } = texts;
  const of = (row: StaffedExam, chief: boolean) =>
    row.seats.filter((seat) => (seat.role === 'chief') === chief);
  return [
    {
      id: 'day',
      title: t('exams:staffing.screen.day'),
      value: (row) => row.day,
      cell: (row) => <span className="num">{row.day && date(row.day)}</span>,
      names: true,
    },
    {
      id: 'session',
      title: t('exams:staffing.screen.session'),
      value: (row) => row.session,
      cell: (row) =>
        row.sessionId && (
          <Link to="/exams/$id" params={{ id: row.sessionId }}>
            {row.session}
          </Link>
        ),
      quiet: true,
    },
    { id: 'code', title: t('exams:staffing.screen.code'), value: (row) => row.code, filter: 'choice' },
    {
      id: 'college',
      title: t('exams:staffing.screen.college'),
      value: (row) => row.college,
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'centre',
      title: t('exams:staffing.screen.centre'),
      value: (row) => row.centre,
      filter: 'choice',
      quiet: true,
      optional: true,
    },
    {
      id: 'students',
      title: t('exams:staffing.screen.students'),
      value: (row) => row.students,
      align: 'end',
      total: 'sum',
    },
    {
      id: 'chief',
      title: t('exams:staffing.screen.chief'),
      value: (row) => names(texts, of(row, true)),
      cell: (row) => <People row={row} seats={of(row, true)} {...acts} />,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'experts',
      title: t('exams:staffing.screen.experts'),
      value: (row) => names(texts, of(row, false)),
      cell: (row) => <People row={row} seats={of(row, false)} {...acts} />,
      filter: 'text',
      card: 'wide',
    },
  ];
};

function Numbers({ card }: { card: Staffing }) {
  const { t } = useTexts();
  const short = t('exams:staffing.screen.source', { at: card.madeAt.slice(0, 10) });
  const facts = {
    nodes: [
      {
        count: card.exams,
        noun: t('exams:staffing.screen.sourceNoun', { count: card.exams }),
        source: short,
      },
    ],
  };
  const of = (label: string, value: number) => ({
    label,
    value: <Num value={value} />,
    origin: { short, facts },
  });
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          ...(card.season ? [of(t('exams:staffing.screen.graduates'), card.season.graduates)] : []),
          of(t('exams:staffing.screen.exams'), card.exams),
          of(t('exams:staffing.screen.filled'), card.filled + card.kept),
          of(t('exams:staffing.screen.emptySeats'), card.empty),
          of(t('exams:staffing.screen.people'), card.people),
          of(t('exams:staffing.screen.km'), card.km),
        ]}
      />
    </div>
  );
}

function Left({ season }: { season: NonNullable<Staffing['season']> }) {
  const { t } = useTexts();
  if (season.without.length + season.unplaced.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="season-left">
      <SectionHead id="season-left" title={t('exams:staffing.screen.without')} />
      <ul className={css.lines}>
        {season.without.map(({ code, students, why }) => (
          <li key={`${code} ${why}`}>
            <StateMark state="blocks">
              {t(why === 'kit' ? 'exams:staffing.screen.withoutKit' : 'exams:staffing.screen.withoutCentre', {
                code,
                students,
              })}
            </StateMark>
          </li>
        ))}
        {season.unplaced.map(({ code, students }) => (
          <li key={code}>
            <StateMark state="blocks">{t('exams:staffing.screen.unplaced', { code, students })}</StateMark>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One calculation: progress, the proposal exam by exam, shortages in words, and the button that sends it out. */
export default function StaffingPage() {
  const texts = useTexts();
  const { t, dateRange, num } = texts;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [seat, setSeat] = useState<StaffedSeat | null>(null);
  const read = useRead(
    [...STAFFINGS, 'card'],
    api.getStaffing,
    { id },
    {
      refetchInterval: ({ state }) =>
        state.data && ['computing', 'applying'].includes(state.data.data.state) ? 1500 : false,
    },
  );
  const apply = useChange(api.applyStaffing, [STAFFINGS, DEMAND]);
  const drop = useChange(api.dropStaffing, [STAFFINGS, DEMAND]);
  const { onExport, problem } = useExport<StaffedExam>(t('exams:staffing.screen.title'));
  const card = read.data?.data;
  const open = card !== undefined && ['computing', 'applying'].includes(card.state);
  const job = useJob(open ? card.jobId : null);
  const mayChange = read.data?.can.apply ?? false;
  const replace = (read.data?.can.lead ?? false) && card?.state === 'applied';
  const columns = useMemo(
    () => columnsOf(texts, { onSeat: mayChange ? setSeat : null, replace }),
    [texts, mayChange, replace],
  );
  if (read.isError) return <EmptyState title={t('exams:staffing.screen.title')} text={read.error.message} />;
  if (!card) return null;
  const bundle = async () => {
    const { data } = await api.exportStaffing({ id });
    const file = (text: string) => new Blob([text], { type: 'application/x-ndjson' });
    saveFile(file(data.instances), 'IN.jsonl');
    saveFile(file(data.answers), 'OUT.jsonl');
  };
  return (
    <>
      <PageHead
        crumbs={[
          { title: t('exams:staffing.screen.title'), to: '/exam-staffing' },
          { title: dateRange(card.from, card.to) },
        ]}
        title={`${t(`exams:staffing.kind.${card.kind}`)}: ${dateRange(card.from, card.to)}`}
        tag={t(`exams:staffing.state.${card.state}`)}
        actions={
          mayChange && (
            <>
              <Button onClick={() => void bundle()}>{t('exams:staffing.screen.bundle')}</Button>
              <Button busy={drop.isPending} onClick={() => drop.mutate({ id })}>
                {t('exams:staffing.screen.drop')}
              </Button>
              <Button kind="main" busy={apply.isPending} onClick={() => apply.mutate({ id, rev: card.rev })}>
                {t(
                  card.kind === 'season'
                    ? 'exams:staffing.screen.applySeason'
                    : 'exams:staffing.screen.apply',
                )}
              </Button>
            </>
          )
        }
      />
      {(apply.error ?? drop.error) && (
        <p role="alert">
          <StateMark state="blocks">{(apply.error ?? drop.error)?.message}</StateMark>
        </p>
      )}
      {open && job.data && jobIsOpen(job.data.data) && (
        <ProgressPanel job={progressOf(job.data.data, texts)} />
      )}
      {card.hash && (
        <>
          <Numbers card={card} />
          <p className="dim">
            {card.cost === card.bound
              ? t('exams:staffing.screen.proved', { cost: num(card.cost) })
              : t('exams:staffing.screen.gap', { cost: num(card.cost), bound: num(card.bound) })}
          </p>
          {card.season && <Left season={card.season} />}
          {card.demand && (
            <section className={css.section} aria-labelledby="staffing-short">
              <SectionHead id="staffing-short" title={t('exams:staffing.screen.shortages')} />
              <ShortageList shortages={card.demand.shortages} none={t('exams:staffing.screen.noShortages')} />
            </section>
          )}
          {seat && <SeatForm seat={seat} onClose={() => setSeat(null)} />}
          <DataTable
            id="staffed-exams"
            title={t('exams:staffing.screen.table')}
            rows={card.rows}
            rowKey={(row) => row.id}
            columns={columns}
            problem={(row) => Number(row.seats.some((one) => one.person === null))}
            onExport={onExport}
            note={problem}
            empty={t('exams:staffing.screen.noShortages')}
          />
        </>
      )}
    </>
  );
}
