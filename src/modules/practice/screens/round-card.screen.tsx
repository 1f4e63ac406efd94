import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { call, newCommandId } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { progressOf, useJob } from '../../../web/use-job.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { ProgressPanel } from '../../../web/widgets/progress-panel.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { RoundActs } from './round-acts.tsx';
import { api, type Can, ROUND, type Round } from './round-api.ts';
import { RoundFaults } from './round-faults.tsx';
import { RoundGroups } from './round-groups.tsx';
import { MARKS } from './round-list.screen.tsx';
import { RoundNumbers } from './round-numbers.tsx';
import { RoundPlaces } from './round-places.tsx';
import { RoundRules } from './round-rules.tsx';
import { RoundShortage } from './round-shortage.tsx';
import { RoundSteps } from './round-steps.tsx';
import { RoundWatch } from './round-watch.tsx';
import css from './rounds.module.css';

const PACE = 1500;

/** Live progress of the draw or of the publication, with a way to stop it. */
function Work({ round }: { round: Round }) {
  const texts = useTexts();
  const job = useJob(round.jobId);
  const found = job.data?.data;
  if (!found) return null;
  return (
    <div className={css.narrow}>
      <ProgressPanel
        job={progressOf(found, texts)}
        onCancel={() =>
          void call(`/api/jobs/${found.id}/cancel`, { method: 'POST', body: {}, commandId: newCommandId() })
        }
      />
    </div>
  );
}

const TABS = ['places', 'shortage', 'watch', 'groups', 'rules'] as const;
type Tab = (typeof TABS)[number];

function Parts({ round, can }: { round: Round; can: Can }) {
  const { t } = useTexts();
  const shown = TABS.filter((tab) => tab !== 'watch' || can.watch);
  const [tab, setTab] = useState<Tab>(can.watch && !can.lead ? 'watch' : 'places');
  const titles: Record<Tab, string> = {
    places: t('practice:round.screen.card.places'),
    shortage: t('practice:round.screen.card.shortage'),
    watch: t('practice:round.screen.watch.title'),
    groups: t('practice:round.screen.card.groups'),
    rules: t('practice:round.screen.card.rules'),
  };
  return (
    <>
      <div className={`no-print ${css.tabs}`}>
        {shown.map((one) => (
          <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
            {titles[one]}
          </button>
        ))}
      </div>
      {tab === 'places' && <RoundPlaces round={round} can={can} />}
      {tab === 'shortage' && <RoundShortage round={round} />}
      {tab === 'watch' && <RoundWatch round={round} can={can} />}
      {tab === 'groups' && <RoundGroups round={round} />}
      {tab === 'rules' && <RoundRules round={round} />}
    </>
  );
}

/** One distribution from its opening to its repairs. */
export default function RoundCard() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(
    ROUND,
    api.getRound,
    { id },
    {
      refetchInterval: ({ state }) =>
        ['drawing', 'publishing'].includes(state.data?.data.state ?? '') ? PACE : false,
    },
  );
  if (read.isError)
    return <EmptyState title={t('practice:round.screen.card.back')} text={read.error.message} />;
  if (!read.data) return <p className="dim">{t('web:table.loading')}</p>;
  const { data: round, can } = read.data;
  const working = round.state === 'drawing' || round.state === 'publishing';
  return (
    <>
      <PageHead
        title={round.title}
        crumbs={[{ title: t('practice:round.screen.card.back'), to: '/rounds' }, { title: round.title }]}
        tag={<StateMark state={MARKS[round.state]}>{t(`practice:state.round.${round.state}`)}</StateMark>}
      />
      <RoundSteps round={round} />
      {working && <Work round={round} />}
      {round.faults.length > 0 && <RoundFaults round={round} can={can} />}
      <RoundActs round={round} can={can} />
      <RoundNumbers round={round} />
      <Parts round={round} can={can} />
    </>
  );
}
