import { Link } from '@tanstack/react-router';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { api, DRAWS } from './round-api.ts';
import { MARKS } from './round-list.screen.tsx';
import css from './rounds.module.css';

/** Draws anybody may look into, without signing in. */
export default function Draws() {
  const { t } = useTexts();
  const read = useRead(DRAWS, api.listDraws, {});
  const rows = read.data?.data.rows ?? [];
  return (
    <div className={css.public}>
      <PageHead
        title={t('practice:round.screen.draws.title')}
        about={t('practice:round.screen.draws.about')}
      />
      {read.isError && <p role="alert">{read.error.message}</p>}
      {read.data && rows.length === 0 && <EmptyState text={t('practice:round.screen.draws.empty')} />}
      <ul className={css.finds}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/draws/${row.id}`}>{row.title}</Link>
            <StateMark state={MARKS[row.state]}>{t(`practice:state.round.${row.state}`)}</StateMark>
          </li>
        ))}
      </ul>
    </div>
  );
}
