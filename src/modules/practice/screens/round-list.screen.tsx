import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, ROUNDS, type RoundRow } from './round-api.ts';
import { Finds } from './round-finds.tsx';
import { OpenRound } from './round-open-form.tsx';

export const MARKS: Record<RoundRow['state'], State> = {
  open: 'waiting',
  ranking: 'waiting',
  frozen: 'remind',
  drawing: 'waiting',
  drawn: 'remind',
  publishing: 'waiting',
  published: 'done',
  repaired: 'done',
  closed: 'idle',
  cancelled: 'idle',
};

const columnsOf = ({ t }: Texts): Column<RoundRow>[] => [
  {
    id: 'title',
    title: t('practice:round.screen.list.name'),
    value: (row) => row.title,
    cell: (row) => <Link to={`/rounds/${row.id}`}>{row.title}</Link>,
    names: true,
    filter: 'text',
  },
  {
    id: 'state',
    title: t('practice:round.screen.list.state'),
    value: (row) => t(`practice:state.round.${row.state}`),
    cell: (row) => <StateMark state={MARKS[row.state]}>{t(`practice:state.round.${row.state}`)}</StateMark>,
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'whose',
    title: t('practice:round.screen.list.whose'),
    value: (row) => t(`practice:round.screen.list.${row.organisationId ? 'college' : 'region'}`),
    filter: 'choice',
    quiet: true,
  },
  {
    id: 'freezesAt',
    title: t('practice:round.screen.list.freezes'),
    value: (row) => row.freezesAt,
    cell: (row) => <DateText value={row.freezesAt} look="day" />,
  },
  {
    id: 'students',
    title: t('practice:round.screen.list.students'),
    value: (row) => row.students,
    align: 'end',
  },
  { id: 'ranked', title: t('practice:round.screen.list.ranked'), value: (row) => row.ranked, align: 'end' },
  { id: 'seats', title: t('practice:round.screen.list.seats'), value: (row) => row.seats, align: 'end' },
  { id: 'placed', title: t('practice:round.screen.list.placed'), value: (row) => row.placed, align: 'end' },
];

/** Distributions of the region and of the own college; a new one is opened here. */
export default function Rounds() {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const [opening, setOpening] = useState(false);
  const read = useRead(ROUNDS, api.listRounds, {});
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<RoundRow>(t('practice:round.screen.list.title'));
  const rows = read.data?.data.rows ?? [];
  const can = read.data?.can ?? {};
  return (
    <>
      <PageHead
        title={t('practice:round.screen.list.title')}
        about={t('practice:round.screen.list.about')}
        actions={
          <>
            <Link to="/draws" className={buttonClass({})}>
              {t('practice:round.screen.draws.title')}
            </Link>
            {can.open && !opening && (
              <Button kind="main" icon="plus" onClick={() => setOpening(true)}>
                {t('practice:round.screen.list.open')}
              </Button>
            )}
          </>
        }
      />
      {opening && <OpenRound onClose={() => setOpening(false)} />}
      <DataTable
        id="rounds"
        title={t('practice:round.screen.list.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (MARKS[row.state] === 'remind' ? 1 : 0)}
        quiet={(row) => row.state === 'closed' || row.state === 'cancelled'}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('practice:round.screen.list.empty')}
        onExport={onExport}
        note={problem}
      />
      {may('practice.placement.read') && <Finds />}
    </>
  );
}
