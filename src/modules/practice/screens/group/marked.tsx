import { useState } from 'react';
import { useTexts } from '../../../../web/text.ts';
import css from '../practice.module.css';

interface Person {
  id: string;
  name: string;
  note?: string | null;
}

/** Who is meant: everybody to begin with, or nobody where each has to be looked at. */
export function useMarked<P extends Person>(people: readonly P[], all: boolean) {
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const isMarked = (id: string) => except.has(id) !== all;
  const toggle = (id: string) => {
    const next = new Set(except);
    if (!next.delete(id)) next.add(id);
    setExcept(next);
  };
  const marked = people.filter(({ id }) => isMarked(id));
  const everybody = () =>
    setExcept(new Set((marked.length === people.length) === all ? people.map(({ id }) => id) : []));
  return { marked, isMarked, toggle, everybody };
}

/** A list of names with a mark each, and one mark for all. */
export function Marked({
  people,
  marks,
}: {
  people: readonly Person[];
  marks: ReturnType<typeof useMarked<Person>>;
}) {
  const { t } = useTexts();
  return (
    <fieldset className={css.wide}>
      <legend className="sr">{t('practice:group.student')}</legend>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={people.length > 0 && marks.marked.length === people.length}
          onChange={marks.everybody}
        />
        <b>{t('practice:group.everybody')}</b>{' '}
        <span className="dim">
          {t('practice:group.chosen', { chosen: marks.marked.length, all: people.length })}
        </span>
      </label>
      <ul className={css.people}>
        {people.map(({ id, name, note }) => (
          <li key={id}>
            <label className={css.check}>
              <input type="checkbox" checked={marks.isMarked(id)} onChange={() => marks.toggle(id)} />
              {name}
            </label>
            {note && <small>{note}</small>}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
