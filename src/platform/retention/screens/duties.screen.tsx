import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { shownValue, sourceWords } from '../../rules/screens/setting-words.ts';
import { api } from './my-data-api.ts';

type Duty = Awaited<ReturnType<typeof api.listDuties>>['data']['rows'][number];

/** How long each kind of record is kept, by what right, and what the last runs erased. */
export default function Duties() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(['retention', 'duties'], api.listDuties, {});
  const { onExport, problem: exportProblem } = useExport<Duty>(t('retention:duties.title'));
  const columns = useMemo((): Column<Duty>[] => {
    const { tId } = texts;
    return [
      {
        id: 'name',
        title: t('retention:duties.name'),
        value: (row) => tId(row.titleKey),
        names: true,
        filter: 'text',
      },
      { id: 'after', title: t('retention:duties.after'), value: (row) => shownValue(texts, row.after) },
      {
        id: 'basis',
        title: t('retention:duties.basis'),
        value: (row) => sourceWords(texts, row.basis),
        quiet: true,
        card: 'wide',
      },
      {
        id: 'last',
        title: t('retention:duties.last'),
        value: (row) => row.last?.at ?? null,
        cell: (row) =>
          row.last ? (
            <DateText value={row.last.at} look="moment" />
          ) : (
            <span className="dim">{t('retention:duties.never')}</span>
          ),
      },
      {
        id: 'before',
        title: t('retention:duties.before'),
        value: (row) => row.last?.before ?? null,
        cell: (row) => (row.last?.before ? <DateText value={row.last.before} /> : null),
      },
      {
        id: 'erased',
        title: t('retention:duties.erased'),
        value: (row) => row.last?.erased ?? null,
        cell: (row) => (row.last ? texts.num(row.last.erased) : ''),
        total: 'sum',
      },
      { id: 'year', title: t('retention:duties.year'), value: (row) => row.erasedInYear, total: 'sum' },
      {
        id: 'fault',
        title: t('retention:duties.fault'),
        value: (row) => row.last?.fault ?? null,
        cell: (row) => row.last?.fault ?? '',
        card: 'wide',
      },
    ];
  }, [texts, t]);
  return (
    <>
      <PageHead title={t('retention:duties.title')} about={t('retention:duties.about')} />
      <DataTable
        id="duties"
        title={t('retention:duties.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        problem={(row) => (row.last?.fault ? 1 : 0)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={exportProblem}
        empty={t('retention:duties.empty')}
      />
    </>
  );
}
