import { useTexts } from '../../text.ts';
import css from './map-of-cells.module.css';
import { inkOf, type ScaleKind } from './scale.ts';

interface Props {
  breaks: number[];
  kind: ScaleKind;
  unit: string;
  help?: string | undefined;
  /** Some places have no number, some have one that is not published. */
  none?: boolean;
  withheld?: boolean;
}

/** The hatching of what is known and not published. */
export function Hatch() {
  return (
    <defs>
      <pattern
        id="map-withheld"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={6} height={6} fill="var(--sunken)" />
        <rect width={1.5} height={6} fill="var(--field)" opacity={0.45} />
      </pattern>
    </defs>
  );
}

function Swatch({ fill }: { fill: string }) {
  return (
    <svg width={14} height={14} aria-hidden="true">
      <rect width={14} height={14} rx={4} fill={fill} stroke="var(--line)" />
    </svg>
  );
}

export function MapLegend({ breaks, kind, unit, help, none, withheld }: Props) {
  const { t, num, interval } = useTexts();
  const steps = breaks.length + 1;
  const words = (step: number): string => {
    const [from, to] = [breaks[step - 1], breaks[step]];
    if (from === undefined && to === undefined) return unit;
    if (from === undefined) return to === 0 ? num(0) : t('web:map.upTo', { to: num(to ?? 0) });
    if (to === undefined && from === 0) return t('web:map.any', { unit });
    if (to === undefined) return t('web:map.over', { from: num(from), unit });
    return from < 0 || to < 0
      ? t('web:map.between', { from: num(from + 1), to: num(to) })
      : interval(from + 1, to);
  };
  return (
    <div className={css.legend}>
      {Array.from({ length: steps }, (_, step) => (
        <span key={words(step)}>
          <svg width={14} height={14} aria-hidden="true">
            <rect width={14} height={14} rx={4} fill={inkOf(kind, step, steps).fill} />
          </svg>
          {words(step)}
        </span>
      ))}
      {none && (
        <span>
          <Swatch fill="var(--sunken)" />— {t('needs:map.none')}
        </span>
      )}
      {withheld && (
        <span>
          <Swatch fill="url(#map-withheld)" />
          ••• {t('needs:map.withheld')}
        </span>
      )}
      {help && <p>{help}</p>}
    </div>
  );
}
