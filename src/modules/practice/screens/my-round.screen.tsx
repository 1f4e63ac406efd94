import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { MyFinds } from './my-round-find.tsx';
import { RankPlaces } from './my-round-rank.tsx';
import { RoundResult } from './my-round-result.tsx';
import { api, MY_ROUNDS, type MyRound } from './round-api.ts';
import css from './rounds.module.css';

function OneRound({ round }: { round: MyRound }) {
  const { t } = useTexts();
  if (round.result) return <RoundResult round={round} result={round.result} />;
  if (round.state === 'ranking') return <RankPlaces key={round.id} round={round} />;
  return (
    <section className={css.phone}>
      <h2>{round.plan}</h2>
      <p>{t('practice:round.screen.mine.wait')}</p>
      {round.pinned && <p>{t('practice:round.screen.mine.pinnedSaid', { place: round.pinned })}</p>}
    </section>
  );
}

const ORDER = ['ranking', 'published', 'repaired', 'frozen', 'drawing', 'drawn', 'publishing', 'closed'];

/** The student's places: the list to put in order, or the result with its reasons. Phone first. */
export default function MyRounds() {
  const { t } = useTexts();
  const read = useRead(MY_ROUNDS, api.myRounds, {});
  if (read.isError)
    return <EmptyState title={t('practice:round.screen.mine.title')} text={read.error.message} />;
  const data = read.data?.data;
  const rows = (data?.rows ?? []).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <div className={css.mine}>
      <PageHead title={t('practice:round.screen.mine.title')} />
      {data && rows.length === 0 && <EmptyState text={t('practice:round.screen.mine.empty')} level={2} />}
      {rows.map((round) => (
        <OneRound key={`${round.id} ${round.rev}`} round={round} />
      ))}
      {data && <MyFinds finds={data.finds} plans={data.plans} />}
    </div>
  );
}
