import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { BoardForm } from './boards/board-form.tsx';
import css from './exams.module.css';
import { api } from './exams-api.ts';
import room from './rooms.module.css';
import { BOARDS, type Board } from './rooms-api.ts';

/** What a board still lacks before exams rest on it; null: nothing. */
function lackOf(row: Board): { state: State; key: 'needChair' | 'needChange' | 'needPaper' } | null {
  if (!row.members.some(({ post }) => post === 'chair')) return { state: 'blocks', key: 'needChair' };
  if (row.kind === 'board' && row.chairWorksHere) return { state: 'blocks', key: 'needChange' };
  return row.kind === 'board' && !row.approvedOn ? { state: 'remind', key: 'needPaper' } : null;
}

const columnsOf = (
  { t, date }: Texts,
  edit: (row: Board) => void,
  may: boolean,
  several: boolean,
): Column<Board>[] => [
  {
    id: 'kind',
    title: t('exams:rooms.boards.body'),
    names: true,
    value: (row) => `${t(`exams:rooms.boards.kind.${row.kind}`)}, ${row.year}`,
    filter: 'text',
  },
  ...(several
    ? [
        {
          id: 'college',
          title: t('exams:rooms.boards.college'),
          value: (row: Board) => row.organisation,
          filter: 'choice' as const,
          card: 'wide' as const,
        },
      ]
    : []),
  {
    id: 'chair',
    title: t('exams:rooms.boards.chair'),
    value: (row) => row.members.find(({ post }) => post === 'chair')?.name ?? t('exams:rooms.boards.noChair'),
    card: 'wide',
  },
  {
    id: 'members',
    title: t('exams:rooms.boards.members'),
    value: (row) => row.members.length,
    cell: (row) => (
      <span className={css.stack}>
        {t('exams:rooms.boards.membersOf', { count: row.members.length })}
        <small className="dim">
          {row.members
            .filter(({ post }) => post !== 'chair')
            .map(({ name }) => name)
            .join(', ')}
        </small>
      </span>
    ),
    align: 'start',
    card: 'wide',
  },
  {
    id: 'paper',
    title: t('exams:rooms.boards.paper'),
    value: (row) =>
      row.number && row.approvedOn
        ? t('exams:rooms.boards.paperOf', { number: row.number, day: date(row.approvedOn) })
        : t('exams:rooms.boards.noPaper'),
    cell: (row) =>
      row.number && row.approvedOn ? (
        <span className={room.together}>
          {t('exams:rooms.boards.paperOf', { number: row.number, day: date(row.approvedOn) })}
        </span>
      ) : (
        t('exams:rooms.boards.noPaper')
      ),
    quiet: true,
    card: 'wide',
  },
  {
    id: 'waits',
    title: t('exams:rooms.boards.waits'),
    value: (row) => {
      const lack = lackOf(row);
      return t(`exams:rooms.boards.${lack?.key ?? 'inOrder'}`);
    },
    cell: (row) => {
      const lack = lackOf(row);
      return lack ? <StateMark state={lack.state}>{t(`exams:rooms.boards.${lack.key}`)}</StateMark> : null;
    },
    card: 'wide',
  },
  ...(may
    ? [
        {
          id: 'act',
          title: t('exams:rooms.act'),
          value: () => null,
          cell: (row: Board) => (
            <Button size="s" onClick={() => edit(row)}>
              {t('exams:rooms.boards.change')}
            </Button>
          ),
          screenOnly: true as const,
          sort: false as const,
          card: 'wide' as const,
        },
      ]
    : []),
];

/** Boards and appeal commissions by year: who grades, who hears appeals, and what is still missing. */
export default function Boards() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(BOARDS, api.listBoards, {});
  const [editing, setEditing] = useState<Board | 'new' | null>(null);
  const { onExport, problem } = useExport<Board>(t('exams:rooms.boards.title'));
  const rows = read.data?.data.rows ?? [];
  const may = read.data?.can.edit ?? false;
  const several = new Set(rows.map(({ organisationId }) => organisationId)).size > 1;
  const columns = useMemo(() => columnsOf(texts, setEditing, may, several), [texts, may, several]);
  return (
    <>
      <PageHead
        title={t('exams:rooms.boards.title')}
        about={t('exams:rooms.boards.about')}
        actions={
          may &&
          !editing && (
            <Button kind="main" icon="plus" onClick={() => setEditing('new')}>
              {t('exams:rooms.boards.add')}
            </Button>
          )
        }
      />
      {editing && (
        <BoardForm
          key={editing === 'new' ? 'new' : editing.id}
          board={editing === 'new' ? null : editing}
          choose={read.data?.can.anyCollege ?? false}
          onClose={() => setEditing(null)}
        />
      )}
      <DataTable
        id="boards"
        title={t('exams:rooms.boards.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (lackOf(row) ? 1 : 0)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('exams:rooms.boards.empty')}
        onExport={onExport}
        note={problem}
      />
    </>
  );
}
