import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateIcon } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { boardColumns } from './board-columns.tsx';
import { Readiness, Waits } from './board-head.tsx';
import { type GroupAct, GroupActs, GroupForm } from './group/board-acts.tsx';
import { GuardianAsk, toAsk } from './guardian-ask.tsx';
import { OrderForm } from './order-form.tsx';
import { PlacementPanel } from './placement-panel.tsx';
import { PlacingForm } from './placing-form.tsx';
import css from './practice.module.css';
import { api, BOARD, type BoardRow, PLANS } from './practice-api.ts';

const STAGES = ['noPlace', 'papers', 'ready', 'onSite', 'over'] as const;
const LEGEND = [
  ['done', 'practice:screen.board.legendDone'],
  ['waiting', 'practice:screen.board.legendWaiting'],
  ['remind', 'practice:screen.board.legendRemind'],
  ['blocks', 'practice:screen.board.legendBlocks'],
  ['idle', 'practice:screen.board.legendIdle'],
] as const;
const TITLES = {
  noPlace: 'practice:screen.board.noPlace',
  papers: 'practice:screen.board.papers',
  ready: 'practice:screen.board.ready',
  onSite: 'practice:screen.board.onSite',
  over: 'practice:screen.board.finished',
} as const;

type Open =
  | { what: 'placing' | 'order' | 'guardians' }
  | { what: 'group'; act: GroupAct }
  | { what: 'student'; id: string }
  | null;

/** The one board of a practice: problems first, what is in order turns grey. */
export default function PracticeBoard() {
  const texts = useTexts();
  const { t } = texts;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [open, setOpen] = useState<Open>(null);
  const [stage, setStage] = useState<(typeof STAGES)[number] | null>(null);
  const read = useRead(BOARD, api.getBoard, { id });
  const advance = useChange(api.advanceAll, [BOARD, PLANS]);
  const { onExport, problem } = useExport<BoardRow>(t('practice:screen.board.table'));
  const rows = read.data?.data.rows ?? [];
  const can = read.data?.can ?? {};
  const columns = useMemo(
    () =>
      boardColumns(texts, rows, can.place ? (row) => setOpen({ what: 'student', id: row.studentId }) : null),
    [texts, rows, can.place],
  );
  if (read.isError) return <EmptyState title={t('practice:screen.plan.title')} text={read.error.message} />;
  if (!read.data) return null;
  const board = read.data.data;
  const { plan } = board;
  const close = () => setOpen(null);
  const number = (one: string) => rows.filter((row) => row.stage === one).length;
  const noPlace = plan.heldAt === 'enterprise' ? number('noPlace') : 0;
  const student = open?.what === 'student' ? rows.find(({ studentId }) => studentId === open.id) : undefined;
  const place = can.place && plan.state === 'approved' ? () => setOpen({ what: 'placing' }) : null;
  return (
    <>
      <PageHead
        crumbs={[{ title: t('practice:screen.board.back'), to: '/practice' }, { title: plan.group }]}
        title={plan.title}
        tag={plan.group}
        about={t('practice:screen.board.about', {
          programme: `${plan.programmeCode} ${plan.programmeName}`,
          kind: t(`practice:kind.${plan.kind}`),
          from: plan.from,
          to: plan.to,
          hours: plan.academicHours,
        })}
        actions={
          can.place &&
          open === null && (
            <>
              {rows.some(({ placementId }) => placementId) && (
                <Link to={`/practice/${id}/papers`} className={buttonClass({})}>
                  {t('practice:papers.screen.ofGroup')}
                </Link>
              )}
              <Button busy={advance.isPending} onClick={() => advance.mutate({ id })}>
                {t('practice:screen.board.advance')}
              </Button>
              {noPlace > 0 && place && (
                <Button kind="main" onClick={place}>
                  {t('practice:screen.board.place', { count: noPlace })}
                </Button>
              )}
            </>
          )
        }
      />
      {advance.data && (
        <p role="status" className={css.said}>
          {t('practice:screen.board.advanced', advance.data.data)}
        </p>
      )}
      {advance.error && <p role="alert">{advance.error.message}</p>}
      {open?.what === 'placing' && <PlacingForm board={board} onClose={close} />}
      {open?.what === 'order' && <OrderForm id={id} onClose={close} />}
      {open?.what === 'guardians' && <GuardianAsk planId={id} rows={toAsk(rows)} />}
      {open?.what === 'group' && (
        <GroupForm key={open.act} act={open.act} planId={id} rows={rows} onClose={close} />
      )}
      {student && <PlacementPanel key={student.studentId} row={student} onClose={close} />}
      <div className={css.pair}>
        <Readiness board={board} />
        <Waits
          board={board}
          onOrder={can.place ? () => setOpen({ what: 'order' }) : null}
          onPlace={place}
          onGuardians={can.place ? () => setOpen({ what: 'guardians' }) : null}
        />
      </div>
      {can.place && rows.length > 0 && (
        <GroupActs rows={rows} onOpen={(act) => setOpen({ what: 'group', act })} />
      )}
      <div className={css.tabs}>
        <button type="button" aria-pressed={stage === null} onClick={() => setStage(null)}>
          {t('practice:screen.board.all')} <span className="dim num">{rows.length}</span>
        </button>
        {STAGES.filter((one) => number(one) > 0).map((one) => (
          <button key={one} type="button" aria-pressed={stage === one} onClick={() => setStage(one)}>
            {t(TITLES[one])} <span className="dim num">{number(one)}</span>
          </button>
        ))}
        <span className={css.legend}>
          {LEGEND.map(([state, key]) => (
            <span key={state}>
              <StateIcon state={state} /> {t(key)}
            </span>
          ))}
        </span>
      </div>
      <DataTable
        id="board"
        title={t('practice:screen.board.table')}
        columns={columns}
        rows={stage ? rows.filter((row) => row.stage === stage) : rows}
        rowKey={(row) => row.studentId}
        group={(row) => ({ id: row.stage, title: t(TITLES[row.stage]), order: STAGES.indexOf(row.stage) })}
        quiet={(row) => row.next === 'ready' || row.next === 'onSite' || row.stage === 'over'}
        chosen={student?.studentId ?? null}
        look="dense"
        onExport={onExport}
        note={problem}
        empty={t('practice:screen.board.empty')}
      />
    </>
  );
}
