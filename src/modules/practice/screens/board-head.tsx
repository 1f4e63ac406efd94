import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { GroupCells } from '../../../web/widgets/cells.tsx';
import { Origin } from '../../../web/widgets/origin.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { lengthOf } from '../rules/days.ts';
import css from './practice.module.css';
import { type Board, todayHere } from './practice-api.ts';

/** The cells of the group: who is ready, who lacks papers, who has no place. */
export function Readiness({ board }: { board: Board }) {
  const { t } = useTexts();
  const { plan, rows } = board;
  const today = todayHere();
  const number = (stage: string) => rows.filter((row) => row.stage === stage).length;
  const left = lengthOf(today, plan.from) - 1;
  const title =
    today > plan.to
      ? t('practice:screen.board.over')
      : left <= 0
        ? t('practice:screen.board.going')
        : t('practice:screen.board.before', { count: left });
  return (
    <section className={`panel ${css.box}`}>
      <h2>{title}</h2>
      <GroupCells
        label={t('practice:screen.board.cells')}
        runs={[
          { kind: 'full', count: number('over'), label: t('practice:screen.board.finished') },
          { kind: 'full', count: number('onSite'), label: t('practice:screen.board.onSite') },
          { kind: 'full', count: number('ready'), label: t('practice:screen.board.ready') },
          { kind: 'half', count: number('papers'), label: t('practice:screen.board.papers') },
          { kind: 'none', count: number('noPlace'), label: t('practice:screen.board.noPlace') },
        ]}
      />
      <Origin
        short={t('practice:screen.board.origin')}
        facts={{
          nodes: [
            {
              count: rows.length,
              noun: t('practice:screen.board.nounStudents', { count: rows.length }),
              source: t('practice:screen.board.origin'),
            },
          ],
        }}
      />
    </section>
  );
}

/** What waits for the college today, each with its button where there is one. */
export function Waits({
  board,
  onOrder,
  onPlace,
  onGuardians,
}: {
  board: Board;
  onOrder: (() => void) | null;
  onPlace: (() => void) | null;
  onGuardians: (() => void) | null;
}) {
  const { t } = useTexts();
  const { plan, rows, listsDue } = board;
  const lacking = (paper: 'guardian' | 'leaveHome' | 'medical') =>
    rows.filter((row) => row.placementId && ['waiting', 'remind', 'blocks'].includes(row.papers[paper]))
      .length;
  const placed = rows.filter(({ placementId }) => placementId).length;
  const noPlace = rows.length - placed;
  const gaps = rows.filter((row) => row.gaps > 0).length;
  const before = todayHere() < plan.from;
  const lines: { key: string; state: State; text: string; act?: React.ReactNode }[] = [];
  if (noPlace > 0 && plan.heldAt === 'enterprise')
    lines.push({
      key: 'place',
      state: 'blocks',
      text: t('practice:screen.board.place', { count: noPlace }),
      act: onPlace && (
        <Button size="s" onClick={onPlace}>
          {t('practice:screen.placing.title')}
        </Button>
      ),
    });
  if (placed > 0 && !plan.orderOn)
    lines.push({
      key: 'order',
      state: 'waiting',
      text: t('practice:screen.board.orderLine', { count: placed }),
      act: onOrder && (
        <Button size="s" onClick={onOrder}>
          {t('practice:screen.board.orderAct')}
        </Button>
      ),
    });
  if (before && listsDue && placed > 0)
    lines.push({
      key: 'lists',
      state: listsDue < todayHere() ? 'today' : 'soon',
      text: t('practice:screen.board.lists', { due: listsDue }),
    });
  const add = (key: string, count: number, text: string) =>
    count > 0 && lines.push({ key, state: 'remind', text });
  const guardians = lacking('guardian');
  if (guardians > 0)
    lines.push({
      key: 'guardian',
      state: 'remind',
      text: t('practice:screen.board.guardians', { count: guardians }),
      act: onGuardians && (
        <Button size="s" onClick={onGuardians}>
          {t('practice:reminder.consentsAct')}
        </Button>
      ),
    });
  add('leaving', lacking('leaveHome'), t('practice:screen.board.leaving', { count: lacking('leaveHome') }));
  add('medical', lacking('medical'), t('practice:screen.board.medical', { count: lacking('medical') }));
  add('logs', gaps, t('practice:screen.board.logs', { count: gaps }));
  return (
    <section className={`panel ${css.box}`}>
      <h2>{t('practice:screen.board.today')}</h2>
      {lines.length === 0 && <p className="dim">{t('practice:screen.board.calm')}</p>}
      <ul className={css.waits}>
        {lines.map(({ key, state, text, act }) => (
          <li key={key}>
            <StateMark state={state}>{text}</StateMark>
            {act}
          </li>
        ))}
      </ul>
    </section>
  );
}
