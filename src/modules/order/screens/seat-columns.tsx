import type { Texts } from '../../../web/text.ts';
import { Num } from '../../../web/widgets/num.tsx';
import type { Column } from '../../../web/widgets/table/index.ts';
import { WhyButton } from '../../../web/widgets/why-drawer.tsx';
import css from './order.module.css';
import type { SeatRow } from './order-api.ts';

interface Of {
  chosen?: string | null;
  /** Seats of many colleges: whose they are is shown. */
  whose?: boolean;
  /** Without it the seats stand as plain numbers. */
  onWhy?: (row: SeatRow) => void;
}

/** Columns of a table of seats, by college and programme. */
export const seatColumns = (
  { t, tId, num }: Texts,
  { chosen = null, whose = true, onWhy }: Of = {},
): Column<SeatRow>[] => [
  {
    id: 'code',
    title: t('order:screen.table.code'),
    value: (row) => row.code,
    quiet: true,
    width: 84,
    card: 'none',
  },
  {
    id: 'name',
    title: t('order:screen.table.name'),
    value: (row) => row.name,
    cell: (row) => (
      <>
        {row.name}
        {row.reason && <small className={css.mark}>{t('order:screen.decision.mark')}</small>}
      </>
    ),
    names: true,
    filter: 'text',
  },
  {
    id: 'college',
    title: t('order:screen.mine.college'),
    value: (row) => row.college,
    filter: 'choice',
    card: 'wide',
    ...(!whose && { optional: true as const }),
  },
  {
    id: 'base',
    title: t('order:screen.mine.base'),
    value: (row) => t('order:screen.why.after', { base: String(row.base) }),
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'form',
    title: t('order:screen.mine.form'),
    value: (row) => tId(`order:screen.form.${row.form}`),
    optional: true,
  },
  {
    id: 'groups',
    title: t('order:screen.mine.groups'),
    value: (row) => row.groups,
    align: 'end',
    total: 'sum',
  },
  {
    id: 'seats',
    title: t('order:screen.table.seats'),
    value: (row) => row.seats,
    ...(onWhy && {
      cell: (row: SeatRow) => (
        <WhyButton opened={row.id === chosen} onClick={() => onWhy(row)}>
          <b className="num">{num(row.seats)}</b>
          <span className="sr">, {t('web:why.word')}</span>
        </WhyButton>
      ),
    }),
    align: 'end',
    total: 'sum',
  },
  {
    id: 'change',
    title: t('order:screen.mine.change'),
    value: (row) => row.seats - row.lastYear,
    cell: (row) => <Num value={row.seats - row.lastYear} sign />,
    align: 'end',
    quiet: true,
    total: 'sum',
  },
];
