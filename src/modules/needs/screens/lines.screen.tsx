import { useDeferredValue, useMemo, useState } from 'react';
import { apiOf, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilters } from '../../../web/use-filters.ts';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { contract as registry } from '../../registry/contract.ts';
import { LINE_STATES, NEED_KINDS } from '../contract.ts';
import css from './needs.module.css';
import { api, LINES, type Line } from './needs-api.ts';

const STEP = 100;
const registryApi = apiOf(registry);

const columnsOf = ({ t, date }: Texts): Column<Line>[] => [
  {
    id: 'enterprise',
    title: t('needs:lines.enterprise'),
    value: (row) => row.organisation,
    names: true,
    card: 'wide',
  },
  {
    id: 'occupation',
    title: t('needs:lines.occupation'),
    value: (row) => row.occupationName ?? row.occupation,
    card: 'wide',
  },
  { id: 'code', title: t('needs:lines.code'), value: (row) => row.occupation, quiet: true, optional: true },
  { id: 'municipality', title: t('needs:lines.municipality'), value: (row) => row.municipality },
  { id: 'year', title: t('needs:lines.year'), value: (row) => String(row.year), align: 'end' },
  { id: 'kind', title: t('needs:lines.kind'), value: (row) => t(`needs:kind.${row.kind}`) },
  { id: 'count', title: t('needs:lines.count'), value: (row) => row.count },
  {
    id: 'confidence',
    title: t('needs:lines.confidence'),
    value: (row) => t(`needs:confidence.${row.confidence}`),
    optional: true,
  },
  {
    id: 'state',
    title: t('needs:lines.state'),
    value: (row) => t(`needs:state.${row.state}`),
    cell: (row) =>
      row.state === 'confirmed' ? (
        <span className="dim">{t('needs:state.confirmed')}</span>
      ) : (
        <StateMark state="waiting">{t(`needs:state.${row.state}`)}</StateMark>
      ),
  },
  { id: 'reason', title: t('needs:lines.reason'), value: (row) => row.reason, quiet: true, optional: true },
  { id: 'statedOn', title: t('needs:lines.statedOn'), value: (row) => date(row.statedOn), optional: true },
];

/** What enterprises have stated, row by row; the numbers on top are over all that match. */
export default function Lines() {
  const texts = useTexts();
  const { t, tId } = texts;
  const { values, set } = useFilters(['q', 'place', 'forYear', 'why', 'state']);
  const [limit, setLimit] = useState(STEP);
  const search = useDeferredValue(values.q);
  const read = useRead(
    LINES,
    api.listLines,
    {
      limit,
      offset: 0,
      ...(search ? { search } : {}),
      ...(values.place ? { municipalityId: values.place } : {}),
      ...(/^\d{4}$/.test(values.forYear) ? { year: Number(values.forYear) } : {}),
      ...(values.why ? { kind: values.why as Line['kind'] } : {}),
      ...(values.state ? { state: values.state as Line['state'] } : {}),
    },
    { placeholderData: (old) => old },
  );
  const { rights } = useSession();
  // who sees the lines of one municipality has nothing to choose
  const places = useRead(
    ['registry', 'places'],
    registryApi.listMunicipalities,
    {},
    {
      enabled: rights['needs.line.read'] === 'all',
    },
  );
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<Line>(t('needs:lines.title'));
  const data = read.data?.data;
  const nodes = [
    {
      count: data?.enterprises ?? null,
      noun: tId('needs:lines.enterprises'),
      source: t('needs:lines.source'),
    },
    {
      count: data?.total ?? null,
      noun: tId('needs:lines.lines'),
      source: t('needs:lines.source'),
      to: '/needs',
    },
  ];
  const hidden =
    data && data.hidden > 0 ? { hidden: { count: data.hidden, why: t('needs:lines.hidden') } } : {};
  return (
    <>
      <PageHead title={t('needs:lines.title')} about={t('needs:lines.about')} />
      {data && (
        <KeyNumbers
          numbers={[
            {
              label: t('needs:lines.people'),
              value: <Num value={data.people} />,
              origin: { short: t('needs:lines.source'), facts: { nodes, ...hidden } },
            },
            {
              label: t('needs:lines.enterprises'),
              value: <Num value={data.enterprises} />,
              origin: { short: t('needs:lines.source'), facts: { nodes: nodes.slice(1), ...hidden } },
            },
          ]}
        />
      )}
      <div className={css.tools}>
        <TextInput
          type="search"
          name="q"
          label={t('needs:lines.search')}
          value={values.q}
          onChange={(it) => set('q', it)}
        />
        {(places.data?.data.rows.length ?? 0) > 1 && (
          <ChoiceInput
            name="place"
            label={t('needs:lines.municipality')}
            none={t('needs:lines.anyPlace')}
            choices={(places.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={values.place}
            onChange={(it) => set('place', it)}
          />
        )}
        <TextInput
          name="forYear"
          inputMode="numeric"
          label={t('needs:lines.year')}
          value={values.forYear}
          onChange={(it) => set('forYear', it)}
        />
        <ChoiceInput
          name="why"
          label={t('needs:lines.kind')}
          none={t('needs:lines.anyKind')}
          choices={NEED_KINDS.map((value) => ({ value, label: t(`needs:kind.${value}`) }))}
          value={values.why}
          onChange={(it) => set('why', it)}
        />
        <ChoiceInput
          name="state"
          label={t('needs:lines.state')}
          none={t('needs:lines.anyState')}
          choices={LINE_STATES.map((value) => ({ value, label: t(`needs:state.${value}`) }))}
          value={values.state}
          onChange={(it) => set('state', it)}
        />
      </div>
      {problem && <p role="alert">{problem}</p>}
      <DataTable
        id="need-lines"
        prefix="l"
        title={t('needs:lines.title')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        server={{ total: data?.total ?? 0, more: () => setLimit(Math.min(500, limit + STEP)) }}
        onExport={onExport}
        empty={t('needs:lines.empty')}
      />
    </>
  );
}
