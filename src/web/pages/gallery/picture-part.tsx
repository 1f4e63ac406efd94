import { BalanceChart } from '../../widgets/charts/balance-chart.tsx';
import { FlowChart } from '../../widgets/charts/flow-chart.tsx';
import { MapOfCells } from '../../widgets/map/map-of-cells.tsx';
import { Origin } from '../../widgets/origin.tsx';
import { balance, balanceYears, flowLinks, flowNodes, origin } from './gallery.data.ts';
import css from './gallery.module.css';
import { places } from './map.data.ts';
import { words } from './words.data.ts';

const breaks = [400, 800, 1600, 3200];
const shown = places.map((place) =>
  place.id === 'kirs' ? { ...place, about: words.tip.map((line) => <div key={line}>{line}</div>) } : place,
);
const gaps = places.map((place, i) => ({
  ...place,
  value: place.value === null ? null : ((i * 37) % 90) - 45,
}));

/** Map, flow and balance: each has its table. */
export function PicturePart() {
  return (
    <>
      <div className={css.two}>
        <MapOfCells title={words.sections.map} unit={words.people} places={shown} breaks={breaks} />
        <MapOfCells
          title={words.sections.gaps}
          unit={words.people}
          places={gaps}
          breaks={[-20, -5, 5, 20]}
          kind="balance"
        />
      </div>
      <FlowChart
        title={words.sections.flow}
        note={words.flowNote}
        origin={<Origin short={words.numbers.forecast} facts={origin} />}
        nodes={flowNodes}
        links={flowLinks}
        summary={words.flowSummary}
      />
      <div className={css.two}>
        <BalanceChart title={words.sections.balance} rows={balance} by="occupation" />
        <BalanceChart title={words.sections.balanceYears} rows={balanceYears} by="year" />
      </div>
    </>
  );
}
