import { useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { useExport } from '../../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { PageHead } from '../../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../../web/widgets/table/index.ts';
import css from '../practice.module.css';
import { api, FORMS, type FormRow, todayHere } from './form-api.ts';
import { FormForm } from './form-form.tsx';
import { RetireForm } from './retire-form.tsx';

type Open = { edit: FormRow | null } | { retire: FormRow } | null;

const standing = ({ from, to }: FormRow, today = todayHere()) =>
  to !== null && to < today ? 'retired' : from > today ? 'future' : 'inUse';

function columnsOf({ t }: Texts): Column<FormRow>[] {
  return [
    {
      id: 'name',
      title: t('practice:form.screen.name'),
      value: (row) => row.name,
      cell: (row) => (
        <span className={css.stack}>
          <strong>{row.name}</strong>
          <span className="small">{row.about}</span>
        </span>
      ),
      names: true,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'kind',
      title: t('practice:form.screen.kind'),
      value: (row) => t(`practice:form.kind.${row.kind}`),
      filter: 'choice',
    },
    {
      id: 'kinds',
      title: t('practice:form.screen.kinds'),
      value: (row) =>
        row.kinds.map((kind) => t(`practice:short.${kind}`)).join(', ') || t('practice:form.screen.anyKind'),
      quiet: true,
    },
    {
      id: 'source',
      title: t('practice:form.screen.source'),
      value: (row) => [row.source, row.decision].filter(Boolean).join('. '),
      cell: (row) => (
        <span className={css.stack}>
          <span>{row.source}</span>
          {row.decision && row.heldOn && (
            <span className="dim small">
              {t('practice:form.screen.meeting', { on: row.heldOn })}: {row.decision}
            </span>
          )}
        </span>
      ),
      card: 'wide',
    },
    {
      id: 'from',
      title: t('practice:form.screen.valid'),
      value: (row) => row.from,
      cell: (row) => (
        <span className="num">
          {row.to
            ? t('practice:form.screen.until', { from: row.from, to: row.to })
            : t('practice:form.screen.since', { from: row.from })}
        </span>
      ),
    },
    { id: 'plans', title: t('practice:form.screen.plans'), value: (row) => row.plans, align: 'number' },
    {
      id: 'state',
      title: t('practice:form.screen.state'),
      value: (row) => t(`practice:form.screen.${standing(row) === 'retired' ? 'outOfUse' : 'inUse'}`),
      cell: (row) => {
        const now = standing(row);
        if (now === 'retired')
          return (
            <StateMark state="idle">
              {t('practice:form.screen.retired', { why: row.retiredWhy ?? '' })}
            </StateMark>
          );
        return (
          <span className="nowrap">
            <StateMark state={now === 'future' ? 'waiting' : 'done'}>
              {t(`practice:form.screen.${now}`)}
            </StateMark>
          </span>
        );
      },
    },
  ];
}

/** The catalogue of forms and methods of practical training: entries are added, changed and retired here, without code. */
export default function Forms() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(FORMS, api.listForms, {});
  const bringBack = useChange(api.retireForm, [FORMS]);
  const [open, setOpen] = useState<Open>(null);
  const { onExport, problem } = useExport<FormRow>(t('practice:form.screen.title'));
  const can = read.data?.can ?? {};
  const close = () => setOpen(null);
  const acts: Column<FormRow> = {
    id: 'acts',
    title: t('practice:form.screen.acts'),
    value: () => '',
    card: 'wide',
    cell: (row) => (
      <span className={css.stack}>
        <Button size="s" onClick={() => setOpen({ edit: row })}>
          {t('practice:form.screen.edit')}
        </Button>
        {row.to === null ? (
          <Button size="s" kind="quiet" onClick={() => setOpen({ retire: row })}>
            {t('practice:form.screen.retire')}
          </Button>
        ) : (
          <Button
            size="s"
            kind="quiet"
            busy={bringBack.isPending && bringBack.variables.id === row.id}
            onClick={() => bringBack.mutate({ id: row.id, rev: row.rev, lastDay: null })}
          >
            {t('practice:form.screen.back')}
          </Button>
        )}
      </span>
    ),
  };
  return (
    <>
      <PageHead
        title={t('practice:form.screen.title')}
        about={t('practice:form.screen.about')}
        actions={
          can.edit &&
          open === null && (
            <Button kind="main" icon="plus" onClick={() => setOpen({ edit: null })}>
              {t('practice:form.screen.add')}
            </Button>
          )
        }
      />
      {open && 'edit' in open && <FormForm key={open.edit?.id ?? ''} row={open.edit} onClose={close} />}
      {open && 'retire' in open && <RetireForm key={open.retire.id} row={open.retire} onClose={close} />}
      {bringBack.error && (
        <p role="alert">
          <StateMark state="blocks">{bringBack.error.message}</StateMark>
        </p>
      )}
      <DataTable
        id="practice-forms"
        title={t('practice:form.screen.table')}
        columns={[...columnsOf(texts), ...(can.edit ? [acts] : [])]}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        quiet={(row) => standing(row) === 'retired'}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('practice:form.screen.empty')}
      />
    </>
  );
}
