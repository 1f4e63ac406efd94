import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './needs.module.css';
import { api, CAMPAIGNS, type Campaign, type Response } from './needs-api.ts';

const share = (part: number | null, whole: number | null) =>
  part !== null && whole !== null && whole > 0 ? Math.round((1000 * part) / whole) / 10 : null;

const columnsOf = ({ t, num }: Texts): Column<Response>[] => {
  // a withheld number is told apart from a missing one
  const number = (
    value: (row: Response) => number | null,
    digits = 0,
  ): Partial<Column<Response>> & { value: typeof value } => ({
    value,
    cell: (row) => {
      const it = value(row);
      if (row.withheld) return <span className="dim">{t('needs:withheld.mark')}</span>;
      return it === null ? '' : num(it, { digits });
    },
  });
  return [
    {
      id: 'group',
      title: t('needs:campaign.group'),
      value: (row) => (row.name === '?' ? t('needs:campaign.unknown') : row.name),
      names: true,
      card: 'wide',
    },
    {
      id: 'enterprises',
      title: t('needs:campaign.enterprises'),
      ...number((row) => row.enterprises),
      total: 'sum',
    },
    { id: 'answered', title: t('needs:campaign.answered'), ...number((row) => row.answered), total: 'sum' },
    {
      id: 'share',
      title: t('needs:campaign.share'),
      ...number((row) => share(row.answered, row.enterprises), 1),
      digits: 1,
    },
    {
      id: 'headcount',
      title: t('needs:campaign.headcount'),
      ...number((row) => row.headcount),
      total: 'sum',
    },
    {
      id: 'headcountShare',
      title: t('needs:campaign.headcountShare'),
      ...number((row) => share(row.answeredHeadcount, row.headcount), 1),
      digits: 1,
    },
  ];
};

function ResponseTable({ id, title, rows }: { id: string; title: string; rows: Response[] }) {
  const texts = useTexts();
  const { t } = texts;
  const { onExport } = useExport<Response>(title);
  const withheld = rows.filter((it) => it.withheld).length;
  return (
    <DataTable
      id={id}
      prefix={id}
      title={title}
      columns={columnsOf(texts)}
      rows={rows}
      rowKey={(row) => row.key}
      onExport={onExport}
      note={withheld > 0 && t('needs:withheld.note', { mark: t('needs:withheld.mark'), count: withheld })}
      empty={t('needs:campaign.empty')}
    />
  );
}

/** One survey: its response by size and activity, and the buttons that open, close and repeat it. */
export default function CampaignPage() {
  const { t, dateRange, num } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const navigate = useNavigate();
  const [said, setSaid] = useState('');
  const read = useRead(CAMPAIGNS, api.getCampaign, { id });
  const move = useChange(api.moveCampaign, [CAMPAIGNS]);
  const questions = useExport<Campaign['questions'][number]>(t('needs:campaign.questions'));
  const copy = useChange(api.copyCampaign, [CAMPAIGNS]);
  const campaign = read.data?.data;
  const can = read.data?.can ?? {};
  if (read.isError) return <EmptyState text={read.error.message} />;
  if (!campaign) return <p className="dim">{t('web:table.loading')}</p>;
  const go = (to: 'open' | 'closed') =>
    move.mutate(
      { id, to },
      {
        onSuccess: ({ data }) =>
          setSaid(to === 'open' ? t('needs:campaign.opened', { count: data.asked }) : ''),
      },
    );
  const source = t('needs:campaign.source');
  const nodes = [
    {
      count: campaign.enterprises,
      noun: t('needs:campaign.enterprises'),
      source: t('needs:campaign.of', { count: campaign.enterprises }),
    },
    { count: campaign.answered, noun: t('needs:campaign.answered'), source, to: '/needs' },
  ];
  return (
    <>
      <PageHead
        title={campaign.title}
        tag={t(`needs:campaignState.${campaign.state}`)}
        about={dateRange(campaign.opensOn, campaign.closesOn)}
        crumbs={[{ title: t('needs:campaigns.title'), to: '/campaigns' }, { title: campaign.title }]}
        actions={
          <>
            {can.copy && (
              <Button
                icon="copy"
                busy={copy.isPending}
                onClick={() =>
                  copy.mutate(
                    { id },
                    { onSuccess: ({ data }) => void navigate({ to: `/campaigns/${data.id}` }) },
                  )
                }
              >
                {t('needs:campaign.copy')}
              </Button>
            )}
            {can.open && (
              <Button kind="main" busy={move.isPending} onClick={() => go('open')}>
                {t('needs:campaign.open')}
              </Button>
            )}
            {can.close && (
              <Button busy={move.isPending} onClick={() => go('closed')}>
                {t('needs:campaign.close')}
              </Button>
            )}
          </>
        }
      />
      {said && (
        <p className={css.said} role="status">
          <StateMark state="done">{said}</StateMark>
        </p>
      )}
      {move.isError && (
        <p className={css.said} role="alert">
          <StateMark state="blocks">{move.error.message}</StateMark>
        </p>
      )}
      <KeyNumbers
        numbers={[
          {
            label: t('needs:campaign.response'),
            value: <Num value={campaign.answered} />,
            aside: t('needs:campaign.of', { count: num(campaign.enterprises) }),
            origin: { short: source, facts: { nodes } },
          },
        ]}
      />
      <ResponseTable id="size" title={t('needs:campaign.bySize')} rows={campaign.bySize} />
      <ResponseTable id="section" title={t('needs:campaign.bySection')} rows={campaign.bySection} />
      <DataTable
        id="questions"
        prefix="questions"
        title={t('needs:campaign.questions')}
        rows={campaign.questions}
        onExport={questions.onExport}
        rowKey={(row) => row.id}
        empty=""
        columns={[
          {
            id: 'label',
            title: t('needs:campaign.question'),
            value: (row) => row.label,
            names: true,
            card: 'wide',
          },
          { id: 'block', title: t('needs:campaign.block'), value: (row) => row.block },
          {
            id: 'kind',
            title: t('needs:campaign.kind'),
            value: (row) => t(`needs:question.${row.kind}`),
            quiet: true,
          },
        ]}
      />
    </>
  );
}
