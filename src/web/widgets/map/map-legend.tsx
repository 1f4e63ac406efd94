import { useTexts } from '../../text.ts';
import css from './map-of-cells.module.css';
import { inkOf, type ScaleKind } from './scale.ts';

interface Props {
  breaks: number[];
  kind: ScaleKind;
  unit: string;
  help?: string | undefined;
}

export function MapLegend({ breaks, kind, unit, help }: Props) {
  const { t, num, interval } = useTexts();
  const steps = breaks.length + 1;
  const words = (step: number): string => {
    const [from, to] = [breaks[step - 1], breaks[step]];
    if (from === undefined && to === undefined) return unit;
    if (from === undefined) return t('web:map.upTo', { to: num(to ?? 0) });
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
      {help && <p>{help}</p>}
    </div>
  );
}
