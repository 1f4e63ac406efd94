import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilter, useMark } from '../../../web/use-filters.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '../roles.ts';
import { OrganisationForm } from './organisation-form.tsx';
import css from './registry.module.css';
import { api, ORGANISATIONS, type Organisation } from './registry-api.ts';

const STEP = 100;

const columnsOf = ({ t }: Texts): Column<Organisation>[] => [
  {
    id: 'name',
    title: t('registry:organisations.name'),
    value: (row) => row.shortName,
    cell: (row) => <Link to={`/organisations/${row.id}`}>{row.shortName}</Link>,
    names: true,
  },
  {
    id: 'kind',
    title: t('registry:organisations.kind'),
    value: (row) => t(`registry:kind.${row.kind}`),
    quiet: true,
  },
  { id: 'inn', title: t('registry:organisations.inn'), value: (row) => row.inn },
  {
    id: 'municipality',
    title: t('registry:organisations.municipality'),
    value: (row) => row.municipalityName,
    card: 'wide',
  },
  { id: 'okved', title: t('registry:organisations.okved'), value: (row) => row.okved, optional: true },
  { id: 'headcount', title: t('registry:organisations.headcount'), value: (row) => row.headcount },
  {
    id: 'verified',
    title: t('registry:organisations.verified'),
    value: (row) => t(row.verified ? 'registry:organisations.yes' : 'registry:organisations.no'),
    cell: (row) =>
      row.verified ? (
        <span className="dim">{t('registry:organisations.yes')}</span>
      ) : (
        <StateMark state="remind">{t('registry:organisations.no')}</StateMark>
      ),
  },
];

/** The register of organisations: one record each; those that wait to be verified stand first. */
export default function Organisations() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<Organisation>(t('registry:organisations.title'));
  const { may } = useSession();
  const navigate = useNavigate();
  const [words, setWords] = useFilter('search');
  const [kind, setKind] = useFilter('kind');
  const [waiting, setWaiting] = useMark('waiting');
  const [limit, setLimit] = useState(STEP);
  const [adding, setAdding] = useState(false);
  const search = useDeferredValue(words);
  const input = {
    limit,
    offset: 0,
    ...(search ? { search } : {}),
    ...(kind ? { kind: kind as OrganisationKind } : {}),
    ...(waiting ? { verified: false } : {}),
  };
  const read = useRead(ORGANISATIONS, api.listOrganisations, input, { placeholderData: (old) => old });
  const columns = useMemo(() => columnsOf(texts), [texts]);
  return (
    <>
      <PageHead
        title={t('registry:organisations.title')}
        about={t('registry:organisations.about')}
        actions={
          <>
            {may('registry.organisation.merge') && (
              <Link to="/duplicates" className={buttonClass({})}>
                {t('registry:organisations.duplicates')}
              </Link>
            )}
            {read.data?.can.add && !adding && (
              <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
                {t('registry:organisations.add')}
              </Button>
            )}
          </>
        }
      />
      {adding && (
        <OrganisationForm
          onClose={() => setAdding(false)}
          onSaved={(id) => void navigate({ to: `/organisations/${id}` })}
        />
      )}
      <div className={css.tools}>
        <TextInput
          type="search"
          name="search"
          label={t('registry:organisations.search')}
          value={words}
          onChange={setWords}
        />
        <ChoiceInput
          name="kind"
          label={t('registry:organisations.kind')}
          none={t('registry:organisations.anyKind')}
          choices={ORGANISATION_KINDS.map((value) => ({ value, label: t(`registry:kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <label className={css.check}>
          <input type="checkbox" checked={waiting} onChange={(event) => setWaiting(event.target.checked)} />
          {t('registry:organisations.notVerified')}
        </label>
      </div>
      <DataTable
        id="organisations"
        title={t('registry:organisations.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        problem={(row) => (row.verified ? 0 : 1)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        server={{ total: read.data?.data.total ?? 0, more: () => setLimit(Math.min(500, limit + STEP)) }}
        empty={t('registry:organisations.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
