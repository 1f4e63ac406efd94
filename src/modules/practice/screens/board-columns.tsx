import type { Texts } from '../../../web/text.ts';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import type { Column } from '../../../web/widgets/table/index.ts';
import { PAPERS } from '../contract.ts';
import css from './practice.module.css';
import type { BoardRow } from './practice-api.ts';

/** Surname and given name: on a board there is no room for more. */
const shortName = (name: string) => name.split(' ').slice(0, 2).join(' ');

/** The student's papers; a column appears when somebody of the group needs it. */
export const boardColumns = (
  { t, tId }: Texts,
  rows: BoardRow[],
  opened: ((row: BoardRow) => void) | null,
): Column<BoardRow>[] => [
  {
    id: 'name',
    title: t('practice:screen.board.student'),
    value: (row) => row.name,
    cell: (row) => (
      <span className="nowrap">
        {opened ? (
          <button type="button" className={`link ${css.name}`} onClick={() => opened(row)}>
            {shortName(row.name)}
          </button>
        ) : (
          shortName(row.name)
        )}{' '}
        <span className={`num small ${row.minor ? css.minor : 'dim'}`}>{row.age}</span>
      </span>
    ),
    names: true,
    filter: 'text',
  },
  {
    id: 'host',
    title: t('practice:screen.board.place1'),
    value: (row) => row.host,
    cell: (row) => row.host ?? <span className="dim">{t('practice:screen.board.none')}</span>,
    filter: 'choice',
    card: 'wide',
  },
  ...PAPERS.filter((paper) => rows.some((row) => row.papers[paper] !== 'idle')).map(
    (paper): Column<BoardRow> => ({
      id: paper,
      title: t(`practice:paper.${paper}`),
      value: (row) => row.papers[paper],
      cell: (row) => <StateMark state={row.papers[paper]} />,
      align: 'center',
    }),
  ),
  {
    id: 'next',
    title: t('practice:screen.board.next'),
    value: (row) => tId(`practice:next.${row.next}`, row.nextParams),
    cell: (row) => tId(`practice:next.${row.next}`, row.nextParams),
    card: 'wide',
  },
];
