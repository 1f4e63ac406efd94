import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { ExpertFileForm } from './expert-file-form.tsx';
import { ExpertForm } from './expert-form.tsx';
import { api, EXPERT_MARKS, EXPERTS, type Expert } from './experts-api.ts';
import css from './specialists.module.css';

const columnsOf = ({ t }: Texts): Column<Expert>[] => [
  {
    id: 'name',
    title: t('specialists:screen.experts.name'),
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/experts/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
    names: true,
    filter: 'text',
  },
  {
    id: 'organisation',
    title: t('specialists:screen.experts.organisation'),
    value: (row) => row.organisation,
    filter: 'text',
    card: 'wide',
  },
  {
    id: 'place',
    title: t('specialists:screen.experts.place'),
    value: (row) => row.municipality,
    filter: 'choice',
    quiet: true,
  },
  {
    id: 'codes',
    title: t('specialists:screen.experts.codes'),
    value: (row) => row.codes.join(', '),
    filter: 'text',
    card: 'wide',
  },
  {
    id: 'level',
    title: t('specialists:screen.experts.level'),
    value: (row) => t(row.mayLead ? 'specialists:screen.experts.lead' : 'specialists:screen.experts.line'),
    filter: 'choice',
    quiet: true,
  },
  {
    id: 'until',
    title: t('specialists:screen.experts.until'),
    value: (row) => row.validTo,
    cell: (row) =>
      row.validTo ? (
        <DateText value={row.validTo} />
      ) : (
        <span className="dim">
          {t(
            row.codes.length > 0
              ? 'specialists:screen.experts.endless'
              : `specialists:expertState.${row.state}`,
          )}
        </span>
      ),
  },
  {
    id: 'hours',
    title: t('specialists:screen.experts.hours'),
    value: (row) => row.teachingHours,
    align: 'end',
    optional: true,
  },
  {
    id: 'served',
    title: t('specialists:screen.experts.served'),
    value: (row) => row.served,
    align: 'end',
    total: 'sum',
  },
  {
    id: 'state',
    title: t('specialists:screen.experts.state'),
    value: (row) => t(`specialists:expertState.${row.state}`),
    cell: (row) =>
      row.state === 'ready' ? (
        <span className="dim">{t('specialists:expertState.ready')}</span>
      ) : (
        <StateMark state={EXPERT_MARKS[row.state]}>{t(`specialists:expertState.${row.state}`)}</StateMark>
      ),
    filter: 'choice',
    card: 'wide',
  },
];

function Totals({ rows }: { rows: Expert[] }) {
  const { t } = useTexts();
  const of = (label: string, count: number) => ({
    label,
    value: <Num value={count} />,
    origin: {
      short: t('specialists:screen.experts.source'),
      facts: {
        nodes: [
          {
            count,
            noun: t('specialists:screen.experts.noun', { count }),
            source: t('specialists:screen.experts.source'),
          },
        ],
      },
    },
  });
  const number = (state: Expert['state']) => rows.filter((row) => row.state === state).length;
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          of(t('specialists:screen.experts.total'), rows.length),
          of(t('specialists:screen.experts.ready'), number('ready') + number('ending')),
          of(t('specialists:screen.experts.ending'), number('ending')),
        ]}
      />
    </div>
  );
}

const LACKS: Partial<Record<Expert['state'], number>> = { expired: 3, ending: 2, none: 1 };

/** The region's base of experts: whose right has ended stands first. */
export default function Experts() {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<'add' | 'file' | null>(null);
  const read = useRead(EXPERTS, api.listExperts, {});
  const rows = read.data?.data.rows ?? [];
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<Expert>(t('specialists:screen.experts.title'));
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        title={t('specialists:screen.experts.title')}
        about={t('specialists:screen.experts.about')}
        actions={
          read.data?.can.edit &&
          open === null && (
            <>
              <Link to="/expert-applications">{t('specialists:screen.experts.applications')}</Link>
              <Button onClick={() => setOpen('add')}>{t('specialists:screen.experts.add')}</Button>
              <Button kind="main" icon="upload" onClick={() => setOpen('file')}>
                {t('specialists:screen.experts.fromFile')}
              </Button>
            </>
          )
        }
      />
      {open === 'add' && <ExpertForm onClose={close} />}
      {open === 'file' && <ExpertFileForm onClose={close} />}
      {rows.length > 0 && <Totals rows={rows} />}
      <DataTable
        id="experts"
        title={t('specialists:screen.experts.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => LACKS[row.state] ?? 0}
        quiet={(row) => row.state === 'left'}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('specialists:screen.experts.empty')}
      />
    </>
  );
}
