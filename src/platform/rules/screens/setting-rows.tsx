import type { ReactNode } from 'react';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import type { Problems } from '../../../web/widgets/form.tsx';
import { type Draft, emptyDraft, listOf, pairsOf, partsOf } from './setting-draft.ts';
import { SettingLine, useHint } from './setting-line.tsx';
import { isFlat, isLine, plain, type ValueSchema, valueOfPair } from './setting-schema.ts';
import { partWords, wordOf } from './setting-words.ts';
import css from './settings.module.css';

export interface ValueProps {
  room: string;
  schema: ValueSchema;
  label: string;
  /** Dotted path: faults of the server come by it. */
  name: string;
  value: Draft;
  onChange: (draft: Draft) => void;
  problems: Problems;
}

/** Rows with lists of their own ask for the whole input of a value again. */
type RowsProps = ValueProps & { Whole: (props: ValueProps) => ReactNode };

const replaced = (list: readonly Draft[], at: number, next: Draft) =>
  list.map((one, i) => (i === at ? next : one));
const without = <T,>(list: readonly T[], at: number) => list.filter((_, i) => i !== at);

/** What the column holds and in which unit. */
const withUnit = ({ tId }: Texts, title: string, schema: ValueSchema): string => {
  const { unit } = plain(schema);
  return unit ? `${title}, ${tId(`rules:unit.short.${unit}`)}` : title;
};

/** Rows under their label, each with a button to take it out, and one to add another. */
function Rows({
  label,
  hint,
  head,
  rows,
  onAdd,
  onDrop,
  error,
}: {
  label: string;
  hint?: string | undefined;
  head: readonly string[];
  rows: readonly { key: number; title: string; cells: readonly ReactNode[] }[];
  onAdd: () => void;
  onDrop: (at: number) => void;
  error?: string | undefined;
}) {
  const { t } = useTexts();
  return (
    <fieldset className={css.group}>
      <legend>{label}</legend>
      {hint && <p className="dim small">{hint}</p>}
      {error && (
        <p role="alert" className={css.fault}>
          {error}
        </p>
      )}
      <div className={css.scroll}>
        <table className={css.rows}>
          {head.length > 1 && (
            <thead>
              <tr>
                {head.map((one) => (
                  <th key={one} scope="col">
                    {one}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map(({ key, title, cells }, at) => (
              <tr key={key}>
                {cells.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row keep their order
                  <td key={i}>{cell}</td>
                ))}
                <td>
                  <Button
                    size="s"
                    kind="quiet"
                    icon="close"
                    aria-label={t('rules:settings.dropRow', { title })}
                    title={t('rules:settings.dropRow', { title })}
                    onClick={() => onDrop(at)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="s" icon="plus" onClick={onAdd}>
        {t('rules:settings.addRow')}
      </Button>
    </fieldset>
  );
}

const textOf = (draft: Draft | undefined) => (typeof draft === 'string' ? draft : '');
/** By what a row is called: its title, its code, its number. */
const rowTitle = (draft: Draft, at: number): string => {
  const parts = partsOf(draft);
  return textOf(parts.title) || textOf(parts.code) || textOf(draft) || String(at + 1);
};

/** A list of values, a table, or a row of cards where a row holds lists of its own. */
export function SettingRows(props: RowsProps) {
  const texts = useTexts();
  const { room, label, name, onChange, problems, schema } = props;
  const item = schema.items ?? {};
  const list = listOf(props.value);
  const hint = useHint(item);
  const columns = Object.entries(item.properties ?? {});
  const flat = isLine(item) || isFlat(item);
  const line = (
    at: number,
    part: string | null,
    one: ValueSchema,
    value: Draft,
    set: (next: Draft) => void,
  ) => {
    const path = [name, at, part].filter((it) => it !== null).join('.');
    const title = part ? partWords(texts, room, part) : label;
    return (
      <SettingLine
        key={path}
        bare
        {...{ room, name: path }}
        schema={one}
        label={<span className="sr">{`${title}, ${at + 1}`}</span>}
        value={textOf(value)}
        onChange={set}
        error={problems[path]}
      />
    );
  };
  if (!flat) return <SettingCards {...props} />;
  const rows = list.map((draft, at) => {
    const set = (next: Draft) => onChange(replaced(list, at, next));
    const parts = partsOf(draft);
    const cells = isLine(item)
      ? [line(at, null, item, draft, set)]
      : columns.map(([part, one]) =>
          line(at, part, one, parts[part] ?? '', (next) => set({ parts: { ...parts, [part]: next } })),
        );
    return { key: at, title: rowTitle(draft, at), cells };
  });
  return (
    <Rows
      label={label}
      hint={hint}
      head={columns.map(([part, one]) => withUnit(texts, partWords(texts, room, part), one))}
      rows={rows}
      error={problems[name]}
      onAdd={() => onChange([...list, emptyDraft(item)])}
      onDrop={(at) => onChange(without(list, at))}
    />
  );
}

/** Rows that hold lists of their own: each opens as a card. */
function SettingCards({ room, label, name, value, onChange, problems, schema, Whole }: RowsProps) {
  const { t } = useTexts();
  const item = schema.items ?? {};
  const list = listOf(value);
  return (
    <fieldset className={css.group}>
      <legend>{label}</legend>
      {list.map((draft, at) => {
        const title = rowTitle(draft, at);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
          <details key={at} className={css.card}>
            <summary>{title}</summary>
            <Whole
              {...{ room, problems }}
              schema={item}
              label={title}
              name={`${name}.${at}`}
              value={draft}
              onChange={(next) => onChange(replaced(list, at, next))}
            />
            <Button size="s" kind="quiet" onClick={() => onChange(without(list, at))}>
              {t('rules:settings.dropRow', { title })}
            </Button>
          </details>
        );
      })}
      <Button size="s" icon="plus" onClick={() => onChange([...list, emptyDraft(item)])}>
        {t('rules:settings.addRow')}
      </Button>
    </fieldset>
  );
}

/** A code and its value in each row. */
export function SettingPairs({ room, label, name, value, onChange, problems, schema }: ValueProps) {
  const texts = useTexts();
  const pairs = pairsOf(value);
  const one = valueOfPair(schema);
  const hint = useHint(one);
  const set = (at: number, next: [string, Draft]) =>
    onChange({ pairs: pairs.map((pair, i) => (i === at ? next : pair)) });
  const [keyWords, valueWords] = [partWords(texts, room, 'code'), partWords(texts, room, 'value')];
  const hidden = (text: string) => <span className="sr">{text}</span>;
  const rows = pairs.map(([key, held], at) => ({
    key: at,
    title: key || String(at + 1),
    cells: [
      <SettingLine
        key="code"
        bare
        room={room}
        schema={{ type: 'string' }}
        name={`${name}.${at}.code`}
        label={hidden(`${keyWords}, ${at + 1}`)}
        value={key}
        onChange={(next) => set(at, [next, held])}
      />,
      <SettingLine
        key="value"
        bare
        room={room}
        schema={one}
        name={`${name}.${key}`}
        label={hidden(`${valueWords}, ${key}`)}
        value={textOf(held)}
        onChange={(next) => set(at, [key, next])}
        error={problems[`${name}.${key}`]}
      />,
    ],
  }));
  return (
    <Rows
      label={label}
      hint={hint}
      head={[keyWords, withUnit(texts, valueWords, one)]}
      rows={rows}
      error={problems[name]}
      onAdd={() => onChange({ pairs: [...pairs, ['', emptyDraft(one)]] })}
      onDrop={(at) => onChange({ pairs: without(pairs, at) })}
    />
  );
}

/** Several of a fixed list. */
export function SettingTicks({ room, label, name, value, onChange, problems, schema }: ValueProps) {
  const texts = useTexts();
  const item = schema.items ?? {};
  const chosen = listOf(value).filter((one) => typeof one === 'string');
  return (
    <fieldset className={css.group}>
      <legend>{label}</legend>
      {problems[name] && (
        <p role="alert" className={css.fault}>
          {problems[name]}
        </p>
      )}
      <div className={css.ticks}>
        {(item.enum ?? []).map(String).map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              name={`${name}.${one}`}
              checked={chosen.includes(one)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, one] : chosen.filter((it) => it !== one))
              }
            />{' '}
            {wordOf(texts, { room, schema: item }, one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
