import { useMemo } from 'react';
import { useTexts } from '../../text.ts';
import { Button } from '../../widgets/button.tsx';
import { BandAxis, BandLegend, IntervalBand, niceMax } from '../../widgets/interval-band.tsx';
import { Num } from '../../widgets/num.tsx';
import { StateIcon } from '../../widgets/state-mark.tsx';
import { type Column, DataTable } from '../../widgets/table/index.ts';
import { WhyButton } from '../../widgets/why-drawer.tsx';
import { type SeatRow, seats } from './gallery.data.ts';
import { words } from './words.data.ts';

const max = niceMax(Math.max(...seats.map((row) => row.band.high)));

function Gap({ gap }: { gap: number }) {
  if (gap === 0) return <span className="dim">{words.table.enough}</span>;
  return (
    <span className="nowrap">
      {gap > 30 ? <StateIcon state="blocks" /> : gap > 11 ? <StateIcon state="remind" /> : null}{' '}
      <Num value={gap} />
    </span>
  );
}

interface Props {
  chosen: string | null;
  onWhy: (code: string) => void;
  rows?: SeatRow[];
  loading?: boolean;
  failed?: boolean;
}

export function SeatsTable({ chosen, onWhy, rows = seats, loading, failed }: Props) {
  const { num } = useTexts();
  const columns = useMemo(
    (): Column<SeatRow>[] => [
      { id: 'code', title: words.table.code, value: (row) => row.code, quiet: true, width: 78, card: 'none' },
      { id: 'name', title: words.table.name, value: (row) => row.name, names: true, filter: 'text' },
      { id: 'zone', title: words.table.zone, value: (row) => row.zone, filter: 'choice', optional: true },
      {
        id: 'need',
        title: words.table.need,
        value: (row) => row.need,
        align: 'end',
        total: 'sum',
        filter: 'number',
      },
      {
        id: 'band',
        title: words.table.band,
        value: (row) => row.band.middle,
        head: <BandAxis max={max} />,
        cell: (row) => <IntervalBand band={row.band} max={max} />,
        width: 180,
        sort: false,
        card: 'wide',
      },
      {
        id: 'gap',
        title: words.table.gap,
        value: (row) => row.gap,
        cell: (row) => <Gap gap={row.gap} />,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'seats',
        title: words.table.seats,
        value: (row) => row.seats,
        cell: (row) => (
          <WhyButton opened={row.code === chosen} onClick={() => onWhy(row.code)}>
            <b className="num">{num(row.seats)}</b>
          </WhyButton>
        ),
        align: 'end',
        total: 'sum',
      },
      {
        id: 'change',
        title: words.table.change,
        value: (row) => row.change,
        cell: (row) => <Num value={row.change} sign />,
        align: 'end',
        quiet: true,
        total: 'sum',
      },
    ],
    [chosen, onWhy, num],
  );
  return (
    <>
      <DataTable
        id="seats"
        title={words.table.title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        group={(row) => ({ id: row.groupCode, code: row.groupCode, title: row.group })}
        chosen={chosen}
        loading={loading}
        error={failed ? { text: words.server, again: () => {} } : undefined}
        empty={words.table.empty}
        emptyAction={<Button>{words.table.calculate}</Button>}
        onExport={() => {}}
      />
      {rows.length > 0 && <BandLegend />}
    </>
  );
}
