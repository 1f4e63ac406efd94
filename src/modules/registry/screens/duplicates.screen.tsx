import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { MergeForm, type Twins } from './merge-form.tsx';
import css from './registry.module.css';
import { api, DUPLICATES, ORGANISATIONS } from './registry-api.ts';

type Merge = Awaited<ReturnType<typeof api.listMerges>>['data']['rows'][number];

const twinColumns = ({ t }: Texts, choose: (twins: Twins) => void): Column<Twins>[] => [
  {
    id: 'first',
    title: t('registry:duplicates.first'),
    value: (row) => row.first.name,
    names: true,
  },
  { id: 'second', title: t('registry:duplicates.second'), value: (row) => row.second.name, card: 'wide' },
  { id: 'why', title: t('registry:duplicates.why'), value: (row) => row.why, quiet: true },
  {
    id: 'merge',
    title: t('registry:duplicates.keep'),
    value: () => null,
    screenOnly: true,
    sort: false,
    cell: (row) => (
      <Button size="s" onClick={() => choose(row)}>
        {t('registry:duplicates.merge')}
      </Button>
    ),
    card: 'wide',
  },
];

function useTwins(
  texts: Texts,
  persons: boolean,
): { organisations: Twins[]; people: Twins[]; loading: boolean } {
  const { t, date } = texts;
  const pairs = useRead([...DUPLICATES, 'organisations'], api.listDuplicates, { limit: 200, offset: 0 });
  const people = useRead(
    [...DUPLICATES, 'persons'],
    api.listPersonDuplicates,
    { limit: 200, offset: 0 },
    { enabled: persons },
  );
  return {
    loading: pairs.isPending,
    organisations: (pairs.data?.data.rows ?? []).map(({ a, b, reasons }) => ({
      kind: 'organisation',
      first: { id: a.id, name: [a.shortName, a.inn].filter(Boolean).join(', ') },
      second: { id: b.id, name: [b.shortName, b.inn].filter(Boolean).join(', ') },
      why: reasons.map((one) => t(`registry:duplicates.reasons.${one}`)).join(', '),
    })),
    people: (people.data?.data.rows ?? []).map(({ a, b }) => {
      const words = (one: typeof a) =>
        [one.fullName, one.birthDate && date(one.birthDate)].filter(Boolean).join(', ');
      return {
        kind: 'person',
        first: { id: a.id, name: words(a) },
        second: { id: b.id, name: words(b) },
        why: t('registry:duplicates.sameName'),
      };
    }),
  };
}

/** Records that look alike, and merges that can be taken back. */
export default function Duplicates() {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const persons = may('registry.person.merge');
  const [chosen, setChosen] = useState<Twins | null>(null);
  const twins = useExport<Twins>(t('registry:duplicates.title'));
  const past = useExport<Merge>(t('registry:duplicates.merges'));
  const problem = twins.problem || past.problem;
  const { organisations, people, loading } = useTwins(texts, persons);
  const merges = useRead([...DUPLICATES, 'merges'], api.listMerges, {});
  const undo = useChange(api.undoMerge, [DUPLICATES, ORGANISATIONS]);
  const columns = useMemo(() => twinColumns(texts, setChosen), [texts]);
  const mergeColumns: Column<Merge>[] = [
    { id: 'kept', title: t('registry:duplicates.kept'), value: (row) => row.kept, names: true },
    { id: 'merged', title: t('registry:duplicates.merged'), value: (row) => row.merged, card: 'wide' },
    { id: 'reason', title: t('registry:duplicates.reason'), value: (row) => row.reason, quiet: true },
    {
      id: 'at',
      title: t('registry:duplicates.at'),
      value: (row) => row.at,
      cell: (row) => <DateText value={row.at} look="moment" />,
    },
    { id: 'by', title: t('registry:duplicates.by'), value: (row) => row.by },
    { id: 'moved', title: t('registry:duplicates.moved'), value: (row) => row.moved },
    { id: 'stayed', title: t('registry:duplicates.stayed'), value: (row) => row.stayed },
    {
      id: 'undo',
      title: t('registry:duplicates.act'),
      value: () => null,
      screenOnly: true,
      sort: false,
      cell: (row) => (
        <Button size="s" busy={undo.isPending} onClick={() => undo.mutate({ mergeId: row.id })}>
          {t('registry:duplicates.undo')}
        </Button>
      ),
    },
  ];
  const tables = persons ? (['organisations', 'persons'] as const) : (['organisations'] as const);
  return (
    <>
      <PageHead
        title={t('registry:duplicates.title')}
        about={t('registry:duplicates.about')}
        crumbs={[
          { title: t('registry:organisations.title'), to: '/organisations' },
          { title: t('registry:duplicates.title') },
        ]}
      />
      {chosen && (
        <MergeForm key={chosen.first.id + chosen.second.id} twins={chosen} onClose={() => setChosen(null)} />
      )}
      <div className={css.lines}>
        {tables.map((name) => (
          <DataTable
            key={name}
            id={name}
            prefix={`${name}.`}
            title={t(`registry:duplicates.${name}`)}
            columns={columns}
            rows={name === 'persons' ? people : organisations}
            rowKey={(row) => row.first.id + row.second.id}
            loading={loading}
            empty={t('registry:duplicates.none')}
            onExport={twins.onExport}
          />
        ))}
        <DataTable
          id="merges"
          prefix="m."
          title={t('registry:duplicates.merges')}
          columns={mergeColumns}
          rows={merges.data?.data.rows ?? []}
          rowKey={(row) => row.id}
          empty={t('registry:duplicates.noMerges')}
          onExport={past.onExport}
        />
      </div>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
