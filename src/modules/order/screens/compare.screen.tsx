import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { statedGap } from '../../../web/widgets/certificate-strip.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { Money, Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './order.module.css';
import { api, COMPARE, VARIANTS, type VariantRow } from './order-api.ts';
import { unmetOf } from './unmet.ts';

type Change = Awaited<ReturnType<typeof api.compareVariants>>['data']['rows'][number];

const columnsOf = ({ t }: Texts): Column<Change>[] => [
  { id: 'code', title: t('order:screen.table.code'), value: (row) => row.code, quiet: true, width: 84 },
  { id: 'name', title: t('order:screen.table.name'), value: (row) => row.name, names: true, filter: 'text' },
  {
    id: 'college',
    title: t('order:screen.compare.college'),
    value: (row) => row.college,
    filter: 'choice',
    card: 'wide',
  },
  { id: 'from', title: t('order:screen.compare.was'), value: (row) => row.from, align: 'end', total: 'sum' },
  { id: 'to', title: t('order:screen.compare.is'), value: (row) => row.to, align: 'end', total: 'sum' },
  {
    id: 'change',
    title: t('order:screen.compare.change'),
    value: (row) => row.to - row.from,
    cell: (row) => <Num value={row.to - row.from} sign />,
    align: 'end',
    total: 'sum',
  },
];

type Summary = NonNullable<VariantRow['summary']>;

interface Line {
  label: string;
  of: (summary: Summary) => number;
  show: (value: number | undefined) => ReactNode;
}

function Sides({ a, b }: { a: VariantRow; b: VariantRow }) {
  const { t, percent } = useTexts();
  const proved = (row: VariantRow) => {
    const stated = statedGap(row.certificate?.proved ?? 0);
    return row.certificate ? percent(stated.gap, stated.digits) : t('web:noData');
  };
  const open = unmetOf([a.summary, b.summary]);
  const number = (value: number | undefined) => <Num value={value} />;
  const sums = (value: number | undefined) => <Money value={value} compact />;
  const lines: Line[] = [
    { label: t('order:screen.number.seats'), of: (s) => s.seats, show: number },
    { label: t('order:screen.compare.groups'), of: (s) => s.groups, show: number },
    { label: t('order:screen.compare.colleges'), of: (s) => s.colleges, show: number },
    { label: t('order:screen.number.unmet'), of: open, show: number },
    { label: t('order:screen.number.cost'), of: (s) => s.cost, show: sums },
  ];
  return (
    <table className={css.sides}>
      <caption className="sr">{t('order:screen.compare.title')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{t('order:screen.compare.what')}</span>
          </th>
          {[a, b].map((row) => (
            <th key={row.id} scope="col">
              <Link to={`/order/${row.id}`}>{row.title}</Link>
            </th>
          ))}
          <th scope="col">{t('order:screen.compare.change')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, of, show }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{show(a.summary ? of(a.summary) : undefined)}</td>
            <td>{show(b.summary ? of(b.summary) : undefined)}</td>
            <td className={css.apart}>
              {a.summary && b.summary && of(b.summary) > of(a.summary) && '+'}
              {show(a.summary && b.summary ? of(b.summary) - of(a.summary) : undefined)}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('order:screen.variants.proved')}</th>
          <td className="num">{proved(a)}</td>
          <td className="num">{proved(b)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

/** Two variants side by side: the few numbers, then every college and programme that differs. */
export default function Compare() {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { a?: string; b?: string };
  const list = useRead(VARIANTS, api.listVariants, { limit: 200, offset: 0 });
  // nothing asked for: the newest beside the one before it
  const [newest, before] = (list.data?.data.rows ?? []).filter((row) => row.summary);
  const a = search.a ?? (before && newest ? before.id : '');
  const b = search.b ?? (before && newest ? newest.id : '');
  const read = useRead(COMPARE, api.compareVariants, { a, b }, { enabled: a !== '' && b !== '' && a !== b });
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<Change>(t('order:screen.compare.title'));
  const choices = (list.data?.data.rows ?? [])
    .filter((row) => row.summary)
    .map((row) => ({
      value: row.id,
      label: t('order:screen.compare.option', {
        title: row.title,
        year: String(row.decisionYear),
        version: row.version,
      }),
    }));
  const choose = (name: 'a' | 'b') => (value: string) =>
    void navigate({ to: '.', search: { a, b, [name]: value } as never, replace: true });
  const data = read.data?.data;
  return (
    <>
      <PageHead
        title={t('order:screen.compare.title')}
        crumbs={[
          { title: t('order:screen.variants.title'), to: '/order/variants' },
          { title: t('order:screen.compare.title') },
        ]}
      />
      {list.isSuccess && choices.length < 2 ? (
        <div className="panel">
          <EmptyState text={t('order:screen.compare.two')}>
            <Link to="/order/variants" className={buttonClass({})}>
              {t('order:screen.variants.title')}
            </Link>
          </EmptyState>
        </div>
      ) : (
        <div className={`no-print ${css.pickers}`}>
          <ChoiceInput
            name="a"
            label={t('order:screen.compare.was')}
            none={t('order:screen.compare.choose')}
            value={a}
            onChange={choose('a')}
            choices={choices}
          />
          <ChoiceInput
            name="b"
            label={t('order:screen.compare.is')}
            none={t('order:screen.compare.choose')}
            value={b}
            onChange={choose('b')}
            choices={choices}
          />
        </div>
      )}
      {a !== '' && a === b && <p className="dim">{t('order:screen.compare.same')}</p>}
      {data && <Sides a={data.a} b={data.b} />}
      {data && (
        <DataTable
          id="compare"
          title={t('order:screen.compare.changes')}
          columns={columns}
          rows={data.rows}
          rowKey={(row) => row.programmeId}
          empty={t('order:screen.compare.none')}
          onExport={onExport}
        />
      )}
      {read.isError && <p role="alert">{read.error.message}</p>}
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
