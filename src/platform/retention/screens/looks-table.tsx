import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, type Look, MINE } from './my-data-api.ts';

const STEP = 50;
const MOST = 500;

/** Who looked at my data or took them out: role and organisation, newest first. */
export function LooksTable() {
  const texts = useTexts();
  const [limit, setLimit] = useState(STEP);
  const read = useRead([...MINE, 'looks'], api.listLooks, { limit, offset: 0 });
  const { onExport, problem: exportProblem } = useExport<Look>(texts.t('retention:looks.title'));
  const columns = useMemo((): Column<Look>[] => {
    const { t, tId } = texts;
    const who = (row: Look) => (row.mine ? t('retention:looks.me') : tId(`registry:role.${row.role}`));
    const what = (row: Look) => tId(row.what.replace('.', ':subject.'), { defaultValue: row.what });
    return [
      {
        id: 'at',
        title: t('retention:looks.at'),
        value: (row) => row.at,
        cell: (row) => <DateText value={row.at} look="moment" />,
        sort: false,
      },
      { id: 'who', title: t('retention:looks.who'), value: who, names: true, sort: false },
      { id: 'where', title: t('retention:looks.where'), value: (row) => row.organisation, sort: false },
      {
        id: 'act',
        title: t('retention:looks.act'),
        value: (row) => tId(`retention:act.${row.act}`),
        sort: false,
      },
      { id: 'what', title: t('retention:looks.what'), value: what, sort: false, card: 'wide' },
    ];
  }, [texts]);
  const total = read.data?.data.total ?? 0;
  const more = total > limit && limit < MOST ? () => setLimit(Math.min(limit + STEP, MOST)) : undefined;
  return (
    <DataTable
      id="looks"
      prefix="looks"
      title={texts.t('retention:looks.title')}
      columns={columns}
      rows={read.data?.data.rows ?? []}
      rowKey={(row) => String(row.id)}
      loading={read.isPending}
      error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
      server={{ total, more }}
      onExport={onExport}
      note={exportProblem || texts.t('retention:looks.about')}
      empty={texts.t('retention:looks.empty')}
    />
  );
}
