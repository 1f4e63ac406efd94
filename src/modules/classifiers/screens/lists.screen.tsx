import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, LISTS, type List } from './classifiers-api.ts';

const columnsOf = ({ t }: Texts): Column<List>[] => [
  {
    id: 'title',
    title: t('classifiers:lists.name'),
    value: (row) => row.title,
    cell: (row) => <Link to={`/classifiers/${row.code}`}>{row.title}</Link>,
    names: true,
    filter: 'text',
  },
  {
    id: 'source',
    title: t('classifiers:lists.source'),
    value: (row) => row.source,
    quiet: true,
    card: 'wide',
  },
  {
    id: 'asOf',
    title: t('classifiers:lists.asOf'),
    value: (row) => row.asOf,
    cell: (row) => <DateText value={row.asOf} />,
  },
  {
    id: 'complete',
    title: t('classifiers:lists.complete'),
    value: (row) => t(row.isComplete ? 'classifiers:lists.whole' : 'classifiers:lists.part'),
    filter: 'choice',
  },
  { id: 'listed', title: t('classifiers:lists.items'), value: (row) => row.listed },
  { id: 'added', title: t('classifiers:lists.added'), value: (row) => row.added },
  { id: 'unknown', title: t('classifiers:lists.unknown'), value: (row) => row.unknown },
  {
    id: 'toCheck',
    card: 'wide',
    title: t('classifiers:lists.toCheck'),
    value: (row) => row.toCheck ?? t('classifiers:lists.checked'),
    cell: (row) =>
      row.toCheck ? (
        <StateMark state="remind">{row.toCheck}</StateMark>
      ) : (
        <span className="dim">{t('classifiers:lists.checked')}</span>
      ),
  },
  { id: 'licence', title: t('classifiers:lists.licence'), value: (row) => row.licence, optional: true },
];

/** Every code list with its source and date; what waits for a comparison with the act stands first. */
export default function Lists() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<List>(t('classifiers:lists.title'));
  const read = useRead(LISTS, api.listLists, {});
  const columns = useMemo(() => columnsOf(texts), [texts]);
  return (
    <>
      <PageHead
        title={t('classifiers:lists.title')}
        about={t('classifiers:lists.about')}
        actions={
          <>
            {read.data?.can.unknown && (
              <Link to="/unknown-codes" className={buttonClass({})}>
                {t('classifiers:unknown.title')}
              </Link>
            )}
            <Link to="/crosswalk" className={buttonClass({})}>
              {t('classifiers:lists.crosswalk')}
            </Link>
          </>
        }
      />
      <DataTable
        id="lists"
        title={t('classifiers:lists.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.code}
        problem={(row) => row.unknown * 2 + (row.toCheck ? 1 : 0)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('classifiers:lists.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
