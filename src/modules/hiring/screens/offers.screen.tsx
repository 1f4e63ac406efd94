import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import css from './hiring.module.css';
import { api, CANDIDATES, FRESH, HIRES, OFFERS, type Offer, todayHere } from './hiring-api.ts';

interface Props {
  row: Offer;
  onClose: () => void;
}

function StartForm({ row, onClose }: Props) {
  const { t } = useTexts();
  const note = useChange(api.noteStart, [OFFERS, HIRES, CANDIDATES]);
  const form = useForm({
    initial: { came: 'yes', on: todayHere(), orderNumber: '', why: '' },
    schema: contract.noteStart['~orpc'].inputSchema,
    input: ({ came, on, orderNumber, why }) => ({
      id: row.id,
      came: came === 'yes',
      on,
      orderNumber: orderNumber || null,
      why: why || null,
    }),
  });
  const labels = {
    came: t('hiring:screen.start.came'),
    on: t('hiring:screen.start.on'),
    orderNumber: t('hiring:screen.start.order'),
    why: t('hiring:screen.start.why'),
  };
  return (
    <FormPanel
      title={t('hiring:screen.start.title', { name: row.name })}
      submit={t('hiring:screen.start.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('came')}
        label={labels.came}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`hiring:screen.start.${value}`),
        }))}
      />
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      {form.value.came === 'yes' ? (
        <TextInput {...form.field('orderNumber')} label={labels.orderNumber} optional />
      ) : (
        <TextInput {...form.field('why')} label={labels.why} optional />
      )}
    </FormPanel>
  );
}

function WithdrawForm({ row, onClose }: Props) {
  const { t } = useTexts();
  const withdraw = useChange(api.withdrawOffer, [OFFERS, CANDIDATES]);
  const form = useForm({
    initial: { why: '' },
    schema: contract.withdrawOffer['~orpc'].inputSchema,
    input: ({ why }) => ({ id: row.id, why }),
  });
  const labels = { why: t('hiring:screen.start.why') };
  return (
    <FormPanel
      title={t('hiring:screen.offers.withdrawTitle', { name: row.name })}
      submit={t('hiring:screen.offers.withdraw')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(withdraw.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('why')} label={labels.why} />
    </FormPanel>
  );
}

/** Offers of work: the agreed ones wait for the first day, stand first. */
export default function Offers() {
  const { t, money } = useTexts();
  const [open, setOpen] = useState<{ act: 'start' | 'withdraw'; id: string } | null>(null);
  const read = useRead(OFFERS, api.listOffers, {}, FRESH);
  const rows = read.data?.data.rows ?? [];
  const edit = read.data?.can.edit === true;
  const { onExport, problem } = useExport<Offer>(t('hiring:screen.offers.title'));
  const chosen = rows.find((it) => it.id === open?.id);
  const columns: Column<Offer>[] = [
    { id: 'name', title: t('hiring:screen.name'), value: (row) => row.name, names: true, filter: 'text' },
    {
      id: 'post',
      title: t('hiring:screen.offer.post'),
      value: (row) => row.post,
      cell: (row) => (
        <span className={css.stack}>
          {row.post}
          <small className="dim">{row.college}</small>
        </span>
      ),
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'pay',
      title: t('hiring:screen.offer.pay'),
      value: (row) => (row.pay === null ? null : row.pay / 100),
      cell: (row) =>
        row.pay === null ? (
          <span className="dim">{t('hiring:screen.offers.noPay')}</span>
        ) : (
          <span className="num">{money(row.pay)}</span>
        ),
      align: 'end',
    },
    {
      id: 'startsOn',
      title: t('hiring:screen.offer.startsOn'),
      value: (row) => row.startsOn,
      cell: (row) => <DateText value={row.startsOn} />,
    },
    {
      id: 'answerUntil',
      title: t('hiring:screen.offer.answerUntil'),
      value: (row) => row.answerUntil,
      cell: (row) => <DateText value={row.answerUntil} />,
      quiet: true,
    },
    {
      id: 'state',
      title: t('hiring:screen.candidates.state'),
      value: (row) => t(`hiring:state.offer.${row.state}`),
      cell: (row) =>
        row.state === 'accepted' ? (
          <StateMark state="remind">{t('hiring:screen.offers.waitsStart')}</StateMark>
        ) : row.state === 'started' ? (
          <StateMark state="done">{t('hiring:state.offer.started')}</StateMark>
        ) : (
          <span className="dim">{t(`hiring:state.offer.${row.state}`)}</span>
        ),
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'act',
      title: t('hiring:screen.act'),
      value: () => null,
      screenOnly: true,
      sort: false,
      card: 'wide',
      cell: (row) => (
        <span className={css.cell}>
          {edit && row.state === 'accepted' && (
            <Button size="s" onClick={() => setOpen({ act: 'start', id: row.id })}>
              {t('hiring:screen.offers.start')}
            </Button>
          )}
          {edit && row.state === 'made' && (
            <Button size="s" onClick={() => setOpen({ act: 'withdraw', id: row.id })}>
              {t('hiring:screen.offers.withdraw')}
            </Button>
          )}
          <Link to={`/path/offer/${row.id}` as string}>{t('hiring:screen.way.open')}</Link>
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHead title={t('hiring:screen.offers.title')} about={t('hiring:screen.offers.about')} />
      {chosen && open?.act === 'start' && <StartForm row={chosen} onClose={() => setOpen(null)} />}
      {chosen && open?.act === 'withdraw' && <WithdrawForm row={chosen} onClose={() => setOpen(null)} />}
      <DataTable
        id="offers-of-work"
        title={t('hiring:screen.offers.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (row.state === 'accepted' ? 2 : row.state === 'made' ? 1 : 0)}
        quiet={(row) => !['accepted', 'made', 'started'].includes(row.state)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.offers.empty')}
      />
    </>
  );
}
