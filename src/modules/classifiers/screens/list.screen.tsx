import { Link, useParams } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilter } from '../../../web/use-filters.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { CheckForm } from './check-form.tsx';
import css from './classifiers.module.css';
import { api, ITEMS, type Item, LISTS } from './classifiers-api.ts';
import { ItemForm } from './item-form.tsx';
import { ListEvents } from './list-events.tsx';

const STEP = 100;

const columnsOf = ({ t }: Texts, name: ((item: Item) => void) | null): Column<Item>[] => [
  { id: 'code', title: t('classifiers:items.code'), value: (row) => row.code, width: 130, quiet: true },
  { id: 'name', title: t('classifiers:items.name'), value: (row) => row.name, names: true },
  {
    id: 'parent',
    title: t('classifiers:items.parent'),
    value: (row) => row.parentName ?? row.parent,
    quiet: true,
    card: 'wide',
  },
  {
    id: 'status',
    title: t('classifiers:items.status'),
    value: (row) => t(`classifiers:status.${row.status}`),
    cell: (row) =>
      row.status === 'unknown' ? (
        <StateMark state="remind">
          {name ? (
            <Button size="s" onClick={() => name(row)}>
              {t('classifiers:unknown.name')}
            </Button>
          ) : (
            t('classifiers:status.unknown')
          )}
        </StateMark>
      ) : (
        <span className="dim">{t(`classifiers:status.${row.status}`)}</span>
      ),
  },
  {
    id: 'to',
    title: t('classifiers:items.to'),
    value: (row) => row.to,
    cell: (row) => (row.to ? <DateText value={row.to} /> : ''),
  },
  {
    id: 'from',
    title: t('classifiers:items.from'),
    value: (row) => row.from,
    cell: (row) => (row.from ? <DateText value={row.from} /> : ''),
    optional: true,
  },
  { id: 'source', title: t('classifiers:items.source'), value: (row) => row.source, optional: true },
];

/** One list: its source, search, items, and what may be done with it. */
export default function ListPage() {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const { list = '' } = useParams({ strict: false }) as { list?: string };
  const [words, setWords] = useFilter('search');
  const [limit, setLimit] = useState(STEP);
  const [open, setOpen] = useState<'add' | 'check' | Item | null>(null);
  const search = useDeferredValue(words);
  const lists = useRead(LISTS, api.listLists, {});
  const read = useRead(
    ITEMS,
    api.listItems,
    { list, search, limit, offset: 0 },
    { placeholderData: (old) => old },
  );
  const own = lists.data?.data.rows.find((row) => row.code === list);
  const can = read.data?.can;
  const { onExport, problem } = useExport<Item>(own?.title ?? t('classifiers:lists.title'));
  const columns = useMemo(() => columnsOf(texts, can?.edit ? setOpen : null), [texts, can?.edit]);
  const close = () => setOpen(null);
  const total = read.data?.data.total ?? 0;
  return (
    <>
      <PageHead
        title={own?.title ?? ''}
        crumbs={[{ title: t('classifiers:lists.title'), to: '/classifiers' }, { title: own?.title ?? '' }]}
        about={
          own && t('classifiers:items.about', { source: own.source, asOf: own.asOf, licence: own.licence })
        }
        actions={
          <>
            {can?.upload && own?.toCheck && open === null && (
              <Button onClick={() => setOpen('check')}>{t('classifiers:items.check')}</Button>
            )}
            {can?.upload && (
              <Link to={`/classifiers/${list}/upload`} className={buttonClass({})}>
                {t('classifiers:items.upload')}
              </Link>
            )}
            {can?.edit && own?.open && open === null && (
              <Button kind="main" icon="plus" onClick={() => setOpen('add')}>
                {t('classifiers:items.add')}
              </Button>
            )}
          </>
        }
      />
      {own?.toCheck && (
        <StateMark state="remind">{t('classifiers:items.toCheck', { what: own.toCheck })}</StateMark>
      )}
      {open === 'check' && <CheckForm list={list} onClose={close} />}
      {open === 'add' && <ItemForm list={list} onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <ItemForm key={open.code} list={list} item={open} onClose={close} />
      )}
      <div className={css.tools}>
        <TextInput
          type="search"
          name="search"
          label={t('classifiers:items.search')}
          value={words}
          onChange={setWords}
        />
      </div>
      <DataTable
        id="items"
        title={own?.title ?? ''}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.code}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        server={{ total, more: () => setLimit(Math.min(500, limit + STEP)) }}
        empty={t('classifiers:items.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
      {may('classifiers.unknown.read') && <ListEvents list={list} />}
    </>
  );
}
