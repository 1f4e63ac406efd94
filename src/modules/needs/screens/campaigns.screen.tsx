import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, CAMPAIGNS, type Campaign } from './needs-api.ts';

const schema = contract.saveCampaign['~orpc'].inputSchema;

function NewCampaign({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const save = useChange(api.saveCampaign, [CAMPAIGNS]);
  const year = new Date().getFullYear();
  const form = useForm({
    initial: {
      title: '',
      year: String(year),
      firstYear: String(year + 1),
      lastYear: String(year + 7),
      opensOn: '',
      closesOn: '',
    },
    schema,
    input: (value) => value,
  });
  const labels = {
    title: t('needs:campaigns.name'),
    year: t('needs:campaigns.year'),
    firstYear: t('needs:campaigns.firstYear'),
    lastYear: t('needs:campaigns.lastYear'),
    opensOn: t('needs:campaigns.opensOn'),
    closesOn: t('needs:campaigns.closesOn'),
  };
  const send = async () => {
    if (await form.submit((input) => save.mutateAsync(input))) onClose();
  };
  return (
    <FormPanel
      title={t('needs:campaigns.add')}
      submit={t('needs:campaigns.save')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
    >
      <TextInput label={labels.title} {...form.field('title')} />
      <TextInput label={labels.year} inputMode="numeric" {...form.field('year')} />
      <TextInput label={labels.firstYear} inputMode="numeric" {...form.field('firstYear')} />
      <TextInput label={labels.lastYear} inputMode="numeric" {...form.field('lastYear')} />
      <TextInput label={labels.opensOn} type="date" {...form.field('opensOn')} />
      <TextInput label={labels.closesOn} type="date" {...form.field('closesOn')} />
    </FormPanel>
  );
}

const shareOf = (row: Campaign) =>
  row.enterprises > 0 ? Math.round((1000 * row.answered) / row.enterprises) / 10 : 0;

/** Points of response more or fewer than in the survey of the year before; null where there was none. */
function againstYearBefore(row: Campaign, rows: readonly Campaign[]): number | null {
  const before = rows.find((one) => one.year === row.year - 1 && one.state !== 'draft');
  return before ? Math.round(10 * (shareOf(row) - shareOf(before))) / 10 : null;
}

/** Surveys by year, with how many enterprises answered. */
export default function Campaigns() {
  const { t, dateRange } = useTexts();
  const [adding, setAdding] = useState(false);
  const read = useRead(CAMPAIGNS, api.listCampaigns, {});
  const { onExport } = useExport<Campaign>(t('needs:campaigns.title'));
  const add = (
    <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
      {t('needs:campaigns.add')}
    </Button>
  );
  const mayAdd = read.data?.can.edit && !adding;
  const rows = read.data?.data.rows ?? [];
  return (
    <>
      <PageHead
        title={t('needs:campaigns.title')}
        about={t('needs:campaigns.about')}
        actions={mayAdd && rows.length > 0 && add}
      />
      {adding && <NewCampaign onClose={() => setAdding(false)} />}
      <DataTable
        id="campaigns"
        title={t('needs:campaigns.title')}
        rows={rows}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('needs:campaigns.empty')}
        emptyAction={mayAdd && add}
        onExport={onExport}
        columns={[
          {
            id: 'title',
            title: t('needs:campaigns.name'),
            value: (row) => row.title,
            cell: (row) => <Link to={`/campaigns/${row.id}`}>{row.title}</Link>,
            names: true,
            card: 'wide',
          },
          {
            id: 'years',
            title: t('needs:campaigns.years'),
            value: (row) => `${row.firstYear}–${row.lastYear}`,
          },
          {
            id: 'days',
            title: t('needs:campaigns.days'),
            value: (row) => dateRange(row.opensOn, row.closesOn),
          },
          {
            id: 'state',
            title: t('needs:campaigns.state'),
            value: (row) => t(`needs:campaignState.${row.state}`),
            cell: (row) =>
              row.state === 'open' ? (
                <StateMark state="waiting">{t('needs:campaignState.open')}</StateMark>
              ) : (
                <span className="dim">{t(`needs:campaignState.${row.state}`)}</span>
              ),
          },
          { id: 'answered', title: t('needs:campaigns.answered'), value: (row) => row.answered },
          { id: 'share', title: t('needs:campaigns.share'), value: shareOf, digits: 1 },
          {
            id: 'before',
            title: t('needs:campaigns.toBefore'),
            value: (row) => againstYearBefore(row, rows),
            digits: 1,
            quiet: true,
          },
        ]}
      />
    </>
  );
}
