import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, DEMAND, STAFFINGS } from './staffing-api.ts';

function StartForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const go = useNavigate();
  const start = useChange(api.startStaffing, [STAFFINGS, DEMAND]);
  const year = new Date().getFullYear() + 1;
  const form = useForm({
    initial: {
      kind: 'staffing',
      from: `${year}-06-01`,
      to: `${year}-06-30`,
      year: String(year),
      one: 'no',
      employers: '0',
    },
    schema: contract.startStaffing['~orpc'].inputSchema,
    input: ({ kind, from, to, year: of, one, employers }) => ({
      kind,
      from,
      to,
      onePerOrganisation: one === 'yes',
      employers: Number(employers),
      ...(kind === 'season' ? { year: Number(of) } : {}),
    }),
  });
  const labels = {
    kind: t('exams:staffing.screen.kind'),
    from: t('exams:staffing.screen.from'),
    to: t('exams:staffing.screen.to'),
    year: t('exams:staffing.screen.year'),
    one: t('exams:staffing.screen.onePerOrganisation'),
    employers: t('exams:staffing.screen.employers'),
  };
  return (
    <FormPanel
      title={t('exams:staffing.screen.startTitle')}
      submit={t('exams:staffing.screen.start')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        let made = '';
        const sent = await form.submit(async (input: never) => {
          made = (await start.mutateAsync(input)).data.id;
        });
        if (sent && made) void go({ to: '/exam-staffing/$id', params: { id: made } });
      }}
    >
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={(['staffing', 'season'] as const).map((value) => ({
          value,
          label: t(`exams:staffing.kind.${value}`),
        }))}
      />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('to')} type="date" label={labels.to} />
      {form.value.kind === 'season' && (
        <TextInput {...form.field('year')} inputMode="numeric" label={labels.year} />
      )}
      <ChoiceInput
        {...form.field('one')}
        label={labels.one}
        choices={(['no', 'yes'] as const).map((value) => ({
          value,
          label: t(`exams:staffing.screen.${value}`),
        }))}
      />
      <TextInput {...form.field('employers')} inputMode="numeric" label={labels.employers} />
    </FormPanel>
  );
}

/** Calculations of staffing, newest first; a new one is begun here. */
export default function Staffings() {
  const { t, dateRange } = useTexts();
  const [starting, setStarting] = useState(false);
  const read = useRead(STAFFINGS, api.listStaffings, {});
  return (
    <>
      <PageHead
        title={t('exams:staffing.screen.title')}
        about={t('exams:staffing.screen.about')}
        actions={
          read.data?.can.lead &&
          !starting && (
            <Button kind="main" icon="plus" onClick={() => setStarting(true)}>
              {t('exams:staffing.screen.startTitle')}
            </Button>
          )
        }
      />
      {starting && <StartForm onClose={() => setStarting(false)} />}
      <DataTable
        id="staffings"
        title={t('exams:staffing.screen.list')}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('exams:staffing.screen.empty')}
        columns={[
          {
            id: 'days',
            title: t('exams:staffing.screen.days'),
            value: (row) => row.from,
            cell: (row) => (
              <Link to="/exam-staffing/$id" params={{ id: row.id }}>
                {dateRange(row.from, row.to)}
              </Link>
            ),
            names: true,
          },
          {
            id: 'kind',
            title: t('exams:staffing.screen.kind'),
            value: (row) => t(`exams:staffing.kind.${row.kind}`),
          },
          {
            id: 'made',
            title: t('exams:staffing.screen.made'),
            value: (row) => row.madeAt,
            cell: (row) => <DateText value={row.madeAt.slice(0, 10)} />,
          },
          { id: 'by', title: t('exams:staffing.screen.by'), value: (row) => row.by, quiet: true },
          { id: 'exams', title: t('exams:staffing.screen.exams'), value: (row) => row.exams, align: 'end' },
          { id: 'seats', title: t('exams:staffing.screen.seats'), value: (row) => row.seats, align: 'end' },
          {
            id: 'empty',
            title: t('exams:staffing.screen.emptySeats'),
            value: (row) => row.empty,
            align: 'end',
          },
          {
            id: 'state',
            title: t('exams:staffing.screen.state'),
            value: (row) => t(`exams:staffing.state.${row.state}`),
            filter: 'choice',
            card: 'wide',
          },
        ]}
      />
    </>
  );
}
