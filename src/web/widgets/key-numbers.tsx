import type { ReactNode } from 'react';
import css from './key-numbers.module.css';
import { Origin } from './origin.tsx';
import type { OriginFacts } from './stem.tsx';

export interface KeyNumber {
  label: string;
  value: ReactNode;
  /** A unit, a range or a share in small print beside the number. */
  aside?: ReactNode;
  origin: { short: ReactNode; facts: OriginFacts | (() => Promise<OriginFacts>) };
}

/** The few numbers a role answers for, in one row; `column` for a narrow place. Each has its «откуда?». */
export function KeyNumbers({ numbers, column }: { numbers: KeyNumber[]; column?: boolean }) {
  return (
    <dl className={`panel ${css.numbers} ${column ? css.column : css.row}`}>
      {numbers.map((number) => (
        <div key={number.label}>
          <dt>{number.label}</dt>
          <dd>
            <b className="num">
              {number.value} {number.aside && <small>{number.aside}</small>}
            </b>
            <Origin short={number.origin.short} facts={number.origin.facts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
