import { Popover } from '@mantine/core';
import { useState } from 'react';
import { sortKey } from '../../../platform/i18n/sort-key.ts';
import { useTexts } from '../../text.ts';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import { Sheet } from '../sheet.tsx';
import { usePhone } from '../use-phone.ts';
import type { Column } from './column.ts';
import type { TableState } from './table-state.ts';
import css from './table-tools.module.css';

interface Props<Row> {
  columns: Column<Row>[];
  rows: Row[];
  state: TableState;
  onChange: (next: TableState) => void;
}

function choicesOf<Row>(column: Column<Row>, rows: Row[]): string[] {
  const all = new Set(rows.map((row) => String(column.value(row) ?? '')));
  return [...all].filter(Boolean).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

interface OneProps<Row> {
  column: Column<Row>;
  rows: Row[];
  wanted: string;
  onWant: (wanted: string) => void;
}

function Choice<Row>({ column, rows, wanted, onWant }: OneProps<Row>) {
  const chosen = wanted ? wanted.split('|') : [];
  const toggle = (one: string) =>
    onWant((chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]).join('|'));
  return (
    <fieldset className={css.choice}>
      <legend>{column.title}</legend>
      <div className={css.options}>
        {choicesOf(column, rows).map((one) => (
          <label key={one}>
            <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} />
            {one}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Between<Row>({ column, wanted, onWant }: OneProps<Row>) {
  const { t } = useTexts();
  const [from = '', to = ''] = wanted.split('..');
  const set = (a: string, b: string) => onWant(a || b ? `${a}..${b}` : '');
  return (
    <fieldset className={css.choice}>
      <legend>{column.title}</legend>
      <div className={css.between}>
        <input
          inputMode="numeric"
          aria-label={t('web:table.from')}
          placeholder={t('web:table.from')}
          value={from}
          onChange={(e) => set(e.target.value, to)}
        />
        <input
          inputMode="numeric"
          aria-label={t('web:table.to')}
          placeholder={t('web:table.to')}
          value={to}
          onChange={(e) => set(from, e.target.value)}
        />
      </div>
    </fieldset>
  );
}

function One<Row>(props: OneProps<Row>) {
  if (props.column.filter === 'choice') return <Choice {...props} />;
  if (props.column.filter === 'number') return <Between {...props} />;
  return (
    <label className={css.text}>
      {props.column.title}
      <input type="search" value={props.wanted} onChange={(event) => props.onWant(event.target.value)} />
    </label>
  );
}

/** Filters live in the address; on a phone they are a sheet. What is set stands beside the button. */
export function TableFilters<Row>({ columns, rows, state, onChange }: Props<Row>) {
  const { t } = useTexts();
  const phone = usePhone();
  const [opened, setOpened] = useState(false);
  const able = columns.filter((column) => column.filter);
  if (able.length === 0) return null;
  const want = (id: string, wanted: string) =>
    onChange({ ...state, filters: { ...state.filters, [id]: wanted } });
  const set = able.filter((column) => state.filters[column.id]);
  const body = (
    <div className={css.filters}>
      {able.map((column) => (
        <One
          key={column.id}
          column={column}
          rows={rows}
          wanted={state.filters[column.id] ?? ''}
          onWant={(w) => want(column.id, w)}
        />
      ))}
      {set.length > 0 && (
        <Button kind="quiet" size="s" onClick={() => onChange({ ...state, filters: {} })}>
          {t('web:table.noFilters')}
        </Button>
      )}
    </div>
  );
  const button = (
    <Button size="s" icon="filter" aria-expanded={opened} onClick={() => setOpened(!opened)}>
      {t('web:table.filters')}
    </Button>
  );
  return (
    <>
      {phone ? (
        <>
          {button}
          <Sheet opened={opened} onClose={() => setOpened(false)} title={t('web:table.filters')}>
            {body}
          </Sheet>
        </>
      ) : (
        <Popover
          opened={opened}
          onChange={setOpened}
          width={320}
          position="bottom-start"
          shadow="md"
          withRoles={false}
          trapFocus
          returnFocus
        >
          <Popover.Target>{button}</Popover.Target>
          <Popover.Dropdown className={css.floating} aria-label={t('web:table.filters')} role="dialog">
            {body}
          </Popover.Dropdown>
        </Popover>
      )}
      {set.map((column) => (
        <button
          key={column.id}
          type="button"
          className={css.chip}
          aria-label={t('web:table.dropFilter', { name: column.title })}
          onClick={() => want(column.id, '')}
        >
          {column.title}: {(state.filters[column.id] ?? '').replaceAll('|', ', ').replace('..', '–')}
          <Icon name="close" size={12} />
        </button>
      ))}
    </>
  );
}
