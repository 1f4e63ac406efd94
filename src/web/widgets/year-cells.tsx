import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '../text.ts';
import { Num } from './num.tsx';
import { StateIcon } from './state-mark.tsx';
import css from './year-cells.module.css';

export interface YearRow {
  id: string;
  name: string;
  code?: string;
  /** What stands in the inputs, as typed; the key is the year. */
  values: Record<string, string>;
  /** What is wrong, by year. */
  problems?: Record<string, string>;
  /** What the sum was before, shown while the row cannot be added up. */
  was?: number;
  more?: ReactNode[];
}

interface Props {
  caption: string;
  years: string[];
  rows: YearRow[];
  onChange: (row: string, year: string, text: string) => void;
  onLeave?: (row: string, year: string) => void;
  /** Heads of the columns after the sum. */
  moreHeads?: string[];
  first: string;
}

/** A whole number of people; empty is zero. `null` is what cannot be read as one. */
export function headcount(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u2009]/g, '');
  if (bare === '') return 0;
  return /^\d{1,6}$/.test(bare) ? Number(bare) : null;
}

function sumOf(row: YearRow, years: string[]): number | null {
  let sum = 0;
  for (const year of years) {
    const people = headcount(row.values[year] ?? '');
    if (people === null) return null;
    sum += people;
  }
  return sum;
}

/** Arrows up and down walk the column, as in a spreadsheet. */
function walk(event: KeyboardEvent<HTMLInputElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
  if (!step) return;
  const inputs = [...(event.currentTarget.closest('table')?.querySelectorAll('input') ?? [])];
  const column = inputs.filter((one) => one.dataset.year === event.currentTarget.dataset.year);
  const next = column[column.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

function Cell({
  row,
  year,
  onChange,
  onLeave,
}: { row: YearRow; year: string } & Pick<Props, 'onChange' | 'onLeave'>) {
  const problem = row.problems?.[year];
  return (
    <td className={css.year} data-label={year}>
      <input
        inputMode="numeric"
        data-year={year}
        aria-label={`${row.name}, ${year}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `year-problem-${row.id}` : undefined}
        value={row.values[year] ?? ''}
        onChange={(event) => onChange(row.id, year, event.target.value)}
        onBlur={() => onLeave?.(row.id, year)}
        onKeyDown={walk}
      />
    </td>
  );
}

/** A table of years with whole numbers: how many people, when. What is wrong stands under its own row. */
export function YearCells({ caption, years, rows, onChange, onLeave, moreHeads = [], first }: Props) {
  const { t } = useTexts();
  const width = years.length + 2 + moreHeads.length;
  return (
    <div className={`panel ${css.wrap}`}>
      <table className={css.table}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {years.map((year) => (
              <th key={year} scope="col" className={css.year}>
                {year}
              </th>
            ))}
            <th scope="col" className={css.sum}>
              {t('web:years.total')}
            </th>
            {moreHeads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const problems = Object.entries(row.problems ?? {});
            const sum = sumOf(row, years);
            return (
              <Fragment key={row.id}>
                <tr className={problems.length > 0 ? css.wrong : undefined}>
                  <th scope="row">
                    <b>{row.name}</b> {row.code && <small>{row.code}</small>}
                  </th>
                  {years.map((year) => (
                    <Cell key={year} row={row} year={year} onChange={onChange} onLeave={onLeave} />
                  ))}
                  <td className={css.sum} data-label={t('web:years.total')}>
                    {sum === null ? (
                      <span className="dim">
                        {row.was === undefined ? '' : t('web:years.was', { count: row.was })}
                      </span>
                    ) : (
                      <Num value={sum} />
                    )}
                  </td>
                  {moreHeads.map((head, i) => (
                    <td key={head} data-label={head}>
                      {row.more?.[i]}
                    </td>
                  ))}
                </tr>
                {problems.length > 0 && (
                  <tr className={css.problem}>
                    <td colSpan={width} id={`year-problem-${row.id}`}>
                      {problems.map(([year, message]) => (
                        <p key={year}>
                          <StateIcon state="blocks" /> {t('web:years.problem', { year, message })}
                        </p>
                      ))}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
