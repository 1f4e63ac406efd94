import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../text.ts';
import css from './charts.module.css';

interface Props {
  title: string;
  note?: ReactNode;
  /** «откуда?» of the whole picture. */
  origin?: ReactNode;
  /** The same figures as a table: never only a picture. */
  heads: string[];
  rows: { id: string; cells: ReactNode[] }[];
  children: ReactNode;
}

function PlainTable({ title, heads, rows }: Pick<Props, 'title' | 'heads' | 'rows'>) {
  return (
    <table className={css.table}>
      <caption className="sr">{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {row.cells.map((cell, i) =>
              i === 0 ? (
                <th key={heads[i]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={heads[i]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A picture with its title, its origin and, on request, the same figures as a table. */
export function ChartFrame({ title, note, origin, heads, rows, children }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={css.frame} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className={css.toggle}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'web:chart.asPicture' : 'web:chart.asTable')}
        </button>
      </div>
      {(note || origin) && (
        <div className={css.note}>
          {note && <p>{note}</p>}
          {origin}
        </div>
      )}
      {asTable ? <PlainTable title={title} heads={heads} rows={rows} /> : children}
    </section>
  );
}
