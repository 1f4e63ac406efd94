import css from './programmes.module.css';

interface Props {
  legend: string;
  options: { id: string; label: string }[];
  marked: ReadonlySet<string>;
  onChange: (marked: Set<string>) => void;
}

/** Names to mark, one under another. */
export function MarkList({ legend, options, marked, onChange }: Props) {
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className={css.marks}>
      <legend>{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id} className={css.check}>
          <input type="checkbox" checked={marked.has(id)} onChange={() => toggle(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
