import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilters } from '../../../web/use-filters.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { actWords, changedValues, subjectWords } from './entry-words.ts';
import css from './history.module.css';
import { api, type Entry, HISTORY } from './history-api.ts';

const STEP = 100;
const MOST = 500;
const ACTS = ['change', 'read', 'export', 'act'] as const;

const valueLine = (t: Texts['t'], { name, before, after }: ReturnType<typeof changedValues>[number]) =>
  t('history:page.value', {
    name,
    before: before ?? t('history:page.nothing'),
    after: after ?? t('history:page.nothing'),
  });

function Values({ row }: { row: Entry }) {
  const { t } = useTexts();
  if (row.erased) return <span className="dim">{t('history:page.erased')}</span>;
  const values = changedValues(row.before, row.after);
  if (values.length === 0) return null;
  return (
    <details>
      <summary>{t('history:page.fields', { count: values.length })}</summary>
      <ul className={css.values}>
        {values.map((one) => (
          <li key={one.name}>{valueLine(t, one)}</li>
        ))}
      </ul>
    </details>
  );
}

const columnsOf = (texts: Texts): Column<Entry>[] => {
  const { t, tId } = texts;
  const who = (row: Entry) =>
    row.personName ?? t(row.personId ? 'history:page.someone' : 'history:page.system');
  return [
    {
      id: 'at',
      title: t('history:page.at'),
      value: (row) => row.at,
      cell: (row) => <DateText value={row.at} look="moment" />,
      sort: false,
      width: 140,
    },
    {
      id: 'what',
      title: t('history:page.what'),
      value: (row) => actWords(texts, row),
      names: true,
      sort: false,
    },
    {
      id: 'subject',
      title: t('history:page.subject'),
      value: (row) => subjectWords(texts, row.subject),
      quiet: true,
      sort: false,
    },
    {
      id: 'who',
      title: t('history:page.who'),
      // the program itself has no role: its inner name tells people nothing
      value: (row) =>
        [who(row), tId(`registry:role.${row.role}`, { defaultValue: '' })].filter(Boolean).join(', '),
      sort: false,
      card: 'wide',
    },
    {
      id: 'where',
      title: t('history:page.where'),
      value: (row) => row.organisationName,
      sort: false,
      quiet: true,
    },
    {
      id: 'ground',
      title: t('history:page.ground'),
      value: (row) => row.ground,
      sort: false,
      optional: true,
    },
    {
      id: 'values',
      title: t('history:page.values'),
      value: (row) =>
        row.erased
          ? t('history:page.erased')
          : changedValues(row.before, row.after)
              .map((one) => valueLine(t, one))
              .join('; '),
      cell: (row) => <Values row={row} />,
      sort: false,
      card: 'wide',
      width: 300,
    },
    { id: 'seal', title: t('history:page.seal'), value: (row) => row.seal, sort: false, optional: true },
    {
      id: 'useCase',
      title: t('history:page.code'),
      value: (row) => row.useCase,
      sort: false,
      optional: true,
    },
  ];
};

/** Who did and who looked at what, newest first; the last seal can be compared with what was printed or published. */
export default function History() {
  const texts = useTexts();
  const { t } = texts;
  const { values, set } = useFilters(['act', 'from', 'to', 'kind', 'id']);
  const [limit, setLimit] = useState(STEP);
  const { act, from, to, kind, id } = values;
  const wanted = ACTS.find((one) => one === act);
  const input = {
    limit,
    offset: 0,
    ...(wanted && { act: wanted }),
    ...(from && { from }),
    ...(to && { to }),
    ...(kind && { kind }),
    ...(id && { id }),
  };
  const read = useRead(HISTORY, api.listEntries, input, { placeholderData: (old) => old });
  const head = useRead(['history', 'head'], api.head, {}).data?.data;
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<Entry>(t('history:page.title'));
  const total = read.data?.data.total ?? 0;
  return (
    <>
      <PageHead title={t('history:page.title')} about={t('history:page.about')} />
      {head && (
        <p className={`dim small ${css.seal}`}>
          {head.at
            ? t('history:page.sealed', { number: head.number, at: head.at, head: head.head })
            : t('history:page.unsealed')}
        </p>
      )}
      <div className={css.filters}>
        <ChoiceInput
          name="act"
          label={t('history:page.act')}
          none={t('history:page.anyAct')}
          choices={ACTS.map((value) => ({ value, label: t(`history:act.${value}`) }))}
          value={act}
          onChange={(next) => set('act', next)}
        />
        <TextInput
          name="from"
          type="date"
          label={t('history:page.from')}
          value={from}
          onChange={(next) => set('from', next)}
        />
        <TextInput
          name="to"
          type="date"
          label={t('history:page.to')}
          value={to}
          onChange={(next) => set('to', next)}
        />
      </div>
      <DataTable
        id="history"
        title={t('history:page.entries')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => String(row.id)}
        look="dense"
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        server={{
          total,
          ...(limit < MOST && { more: () => setLimit(Math.min(MOST, limit + STEP)) }),
        }}
        onExport={onExport}
        note={problem}
        empty={t('history:page.empty')}
      />
    </>
  );
}
