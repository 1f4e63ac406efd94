import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useTexts } from '../../text.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { Num } from '../num.tsx';
import type { CellShape, Centre } from './cells.ts';
import { Hatch, MapLegend } from './map-legend.tsx';
import css from './map-of-cells.module.css';
import { breaksOf, inkOf, type ScaleKind, stepOf } from './scale.ts';
import { type Borders, neighbour, shapesOf } from './shapes.ts';

export interface MapPlace extends Centre {
  name: string;
  /** Fits a cell: «Сов. р-н». */
  short?: string;
  value: number | null;
  /** There is a number, but it would tell of one enterprise: marked apart from "nothing is known". */
  withheld?: boolean;
  /** A line or two more in the tip. */
  about?: ReactNode;
}

interface Props {
  title: string;
  /** What the number is, in the form after «больше 3 200»: «человек». */
  unit: string;
  places: MapPlace[];
  /** Upper borders of the first four steps; by default by fifths. For a balance: two below and two above zero. */
  breaks?: number[];
  kind?: ScaleKind;
  borders?: Borders;
  onOpen?: (id: string) => void;
}

const NONE = '—';
const WITHHELD = '•••';

/** Mean width of a letter of a cell's name, and the room it leaves at both sides. */
const LETTER = 6.5;

interface CellProps {
  shape: CellShape;
  place: MapPlace;
  ink: { fill: string; text: string };
  chosen: boolean;
  reachable: boolean;
  onChoose: () => void;
  onKey: (event: KeyboardEvent) => void;
}

function Cell({ shape, place, ink, chosen, reachable, onChoose, onKey }: CellProps) {
  const { t, num } = useTexts();
  const [x, y] = shape.at;
  const short = place.short ?? place.name;
  const fits = short.length * LETTER < shape.chord - 2;
  const value =
    place.value === null ? t(place.withheld ? 'needs:map.withheld' : 'needs:map.none') : num(place.value);
  // what is seen comes first, so that a person who speaks to the machine can say it
  const label = short === place.name ? `${short} ${value}` : `${short} ${value}, ${place.name}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a drawing cannot be a button element
    <g
      role="button"
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      aria-pressed={chosen}
      data-place={place.id}
      className={css.cell}
      onClick={onChoose}
      onKeyDown={onKey}
    >
      <path d={shape.path} fill={ink.fill} className={chosen ? css.chosen : css.plain} />
      {fits && (
        <text x={x} y={y - 3} fill={ink.text} className={css.name}>
          {short}
        </text>
      )}
      {/* without a space the two would be read as one word */ ' '}
      <text x={x} y={fits ? y + 11 : y + 4} fill={ink.text} className={css.value}>
        {place.value === null ? (place.withheld ? WITHHELD : NONE) : num(place.value)}
      </text>
    </g>
  );
}

function Tip({
  place,
  shape,
  width,
  height,
}: {
  place: MapPlace;
  shape: CellShape;
  width: number;
  height: number;
}) {
  const [x, y] = [shape.at[0] / width, shape.at[1] / height];
  const under = y < 0.3;
  return (
    <div
      className={`${css.tip} ${under ? css.under : css.over} ${x > 0.5 ? css.toLeft : css.toRight}`}
      style={{ '--x': `${x * 100}%`, '--y': `${y * 100}%` } as Record<string, string>}
      role="status"
    >
      <b>{place.name}</b>
      <div>{place.about ?? <Num value={place.value} />}</div>
    </div>
  );
}

/** Municipalities as cells: a number in each, darker where it is greater; the same as a table on request. */
export function MapOfCells({ title, unit, places, breaks, kind = 'sequence', borders, onOpen }: Props) {
  const { t } = useTexts();
  const map = useMemo(() => shapesOf(places, borders), [places, borders]);
  const [chosen, setChosen] = useState<string | null>(null);
  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const values = places.flatMap((place) => (place.value === null ? [] : [place.value]));
  const borderValues = breaks ?? breaksOf(values);
  const first = map.cells[0]?.id;
  const choose = (id: string) => {
    if (chosen === id) onOpen?.(id);
    setChosen(id);
  };
  const onKey = (id: string) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') choose(id);
    else if (event.key === 'Escape') setChosen(null);
    else {
      const next = neighbour(map, id, event.key);
      if (!next) return;
      setChosen(next);
      const around = event.currentTarget.parentElement;
      requestAnimationFrame(() =>
        around?.querySelector<SVGGElement>(`[data-place="${CSS.escape(next)}"]`)?.focus(),
      );
    }
    event.preventDefault();
  };
  const inkFor = (place: MapPlace) =>
    place.value === null
      ? { fill: place.withheld ? 'url(#map-withheld)' : 'var(--sunken)', text: 'var(--ink2)' }
      : inkOf(kind, stepOf(place.value, borderValues), borderValues.length + 1);
  // the chosen cell is drawn last, so that its outline lies over its neighbours
  const order = [...map.cells].sort((a, b) => Number(a.id === chosen) - Number(b.id === chosen));
  const chosenPlace = chosen ? byId.get(chosen) : undefined;
  const chosenShape = map.cells.find((cell) => cell.id === chosen);
  const rows = [...places].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  return (
    <ChartFrame
      title={title}
      heads={[t('web:map.place'), unit]}
      rows={rows.map((place) => ({ id: place.id, cells: [place.name, <Num key="n" value={place.value} />] }))}
    >
      <div className={css.box}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing with cells that can be chosen is a group, not a fieldset */}
        <svg
          viewBox={`0 0 ${map.width.toFixed(0)} ${map.height.toFixed(0)}`}
          className={css.map}
          role="group"
          aria-label={title}
        >
          <Hatch />
          {order.map((shape) => {
            const place = byId.get(shape.id);
            if (!place) return null;
            return (
              <Cell
                key={shape.id}
                shape={shape}
                place={place}
                ink={inkFor(place)}
                chosen={shape.id === chosen}
                reachable={shape.id === (chosen ?? first)}
                onChoose={() => choose(shape.id)}
                onKey={onKey(shape.id)}
              />
            );
          })}
        </svg>
        {chosenPlace && chosenShape && (
          <Tip place={chosenPlace} shape={chosenShape} width={map.width} height={map.height} />
        )}
      </div>
      <MapLegend
        breaks={borderValues}
        kind={kind}
        unit={unit}
        none={places.some((it) => it.value === null && !it.withheld)}
        withheld={places.some((it) => it.value === null && it.withheld)}
        help={borders ? undefined : t('web:map.help')}
      />
    </ChartFrame>
  );
}
