import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilter, useMark } from '../../../web/use-filters.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { type AgreementState, agreementStates } from '../states.ts';
import { AgreementCounts } from './agreement-counts.tsx';
import css from './agreements.module.css';
import { AGREEMENTS, api, MARKS, type Row } from './agreements-api.ts';

const STEP = 100;

function Standing({ row, texts }: { row: Row; texts: Texts }) {
  const { t } = texts;
  if (row.expiring)
    return <StateMark state="soon">{t('agreements:list.expiring', { to: row.to })}</StateMark>;
  if (row.inactive) return <StateMark state="remind">{t('agreements:list.inactive')}</StateMark>;
  const words = t(`agreements:state.agreement.${row.state}`);
  if (row.state === 'in_force') return <span className="dim">{words}</span>;
  return <StateMark state={MARKS[row.state]}>{words}</StateMark>;
}

const columnsOf = (texts: Texts): Column<Row>[] => {
  const { t } = texts;
  return [
    {
      id: 'number',
      title: t('agreements:list.number'),
      value: (row) => row.number,
      cell: (row) => <Link to={`/agreements/${row.id}`}>{row.number}</Link>,
      names: true,
      width: 130,
    },
    {
      id: 'kind',
      title: t('agreements:list.kind'),
      value: (row) => row.kindTitle,
      quiet: true,
      card: 'wide',
    },
    {
      id: 'parties',
      title: t('agreements:list.parties'),
      value: (row) => row.parties.map(({ name }) => name).join('; '),
      card: 'wide',
    },
    {
      id: 'subject',
      title: t('agreements:list.subject'),
      value: (row) => row.subject,
      optional: true,
      card: 'wide',
    },
    {
      id: 'state',
      title: t('agreements:list.state'),
      value: (row) => t(`agreements:state.agreement.${row.state}`),
      cell: (row) => <Standing row={row} texts={texts} />,
    },
    {
      id: 'from',
      title: t('agreements:list.from'),
      value: (row) => row.from,
      cell: (row) => <DateText value={row.from} />,
    },
    {
      id: 'to',
      title: t('agreements:list.to'),
      value: (row) => row.to,
      cell: (row) =>
        row.to ? <DateText value={row.to} /> : <span className="dim">{t('agreements:list.open')}</span>,
    },
    {
      id: 'last',
      title: t('agreements:list.last'),
      value: (row) => row.lastActivityOn,
      cell: (row) =>
        row.lastActivityOn ? (
          <DateText value={row.lastActivityOn} />
        ) : (
          <span className="dim">{t('agreements:list.noEvents')}</span>
        ),
    },
  ];
};

/** The register: what ends soon or lies idle stands first. */
export default function Agreements() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<Row>(t('agreements:list.title'));
  const [words, setWords] = useFilter('search');
  const [kind, setKind] = useFilter('kind');
  const [state, setState] = useFilter('state');
  const [expiring, setExpiring] = useMark('expiring');
  const [inactive, setInactive] = useMark('inactive');
  const marks = { expiring: [expiring, setExpiring], inactive: [inactive, setInactive] } as const;
  const [limit, setLimit] = useState(STEP);
  const search = useDeferredValue(words);
  const kinds = useRead([...AGREEMENTS, 'kinds'], api.listKinds, {});
  const input = {
    limit,
    offset: 0,
    ...(search ? { search } : {}),
    ...(kind ? { kind } : {}),
    ...(state ? { state: state as AgreementState } : {}),
    ...(expiring ? { expiring } : {}),
    ...(inactive ? { inactive } : {}),
  };
  const read = useRead([...AGREEMENTS, 'list'], api.listAgreements, input, { placeholderData: (old) => old });
  const columns = useMemo(() => columnsOf(texts), [texts]);
  return (
    <>
      <PageHead
        title={t('agreements:list.title')}
        about={t('agreements:list.about')}
        actions={
          read.data?.can.add && (
            <Link to="/agreements/new" className={buttonClass({ kind: 'main' })}>
              {t('agreements:list.add')}
            </Link>
          )
        }
      />
      <AgreementCounts />
      <div className={css.tools}>
        <TextInput
          type="search"
          name="search"
          label={t('agreements:list.search')}
          value={words}
          onChange={setWords}
        />
        <ChoiceInput
          name="kind"
          label={t('agreements:list.kind')}
          none={t('agreements:list.anyKind')}
          choices={(kinds.data?.data.rows ?? []).map(({ code, title }) => ({ value: code, label: title }))}
          value={kind}
          onChange={setKind}
        />
        <ChoiceInput
          name="state"
          label={t('agreements:list.state')}
          none={t('agreements:list.anyState')}
          choices={agreementStates.states.map((value) => ({
            value,
            label: t(`agreements:state.agreement.${value}`),
          }))}
          value={state}
          onChange={setState}
        />
        {(['expiring', 'inactive'] as const).map((name) => (
          <label key={name} className={css.check}>
            <input
              type="checkbox"
              checked={marks[name][0]}
              onChange={(event) => marks[name][1](event.target.checked)}
            />
            {t(name === 'expiring' ? 'agreements:list.onlyExpiring' : 'agreements:list.onlyInactive')}
          </label>
        ))}
      </div>
      <DataTable
        id="agreements"
        title={t('agreements:list.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        problem={(row) =>
          Number(row.expiring) * 4 + Number(row.inactive) * 2 + Number(row.state === 'proposed')
        }
        quiet={(row) => row.state === 'ended' || row.state === 'recalled'}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        server={{ total: read.data?.data.total ?? 0, more: () => setLimit(Math.min(500, limit + STEP)) }}
        empty={t('agreements:list.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
