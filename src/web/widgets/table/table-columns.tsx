import { Popover } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../session.tsx';
import { useTexts } from '../../text.ts';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import type { Column } from './column.ts';
import { type SavedView, usePageViews, useServerViews, type ViewStore } from './saved-views.ts';
import { type TableState, toggleColumn } from './table-state.ts';
import css from './table-tools.module.css';
import { isVisible } from './use-rows.ts';

interface Props<Row> {
  table: string;
  columns: Column<Row>[];
  state: TableState;
  onChange: (next: TableState) => void;
  onCsv?: (() => void) | undefined;
}

type Shown = Pick<Props<unknown>, 'state' | 'onChange'>;

function Views({ state, onChange, store }: Shown & { store: ViewStore }) {
  const { t } = useTexts();
  const { views, keep, drop, problem } = store;
  const [name, setName] = useState('');
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const show = ({ page, state: kept }: SavedView) =>
    page ? void navigate({ to: '.', search: page, replace: true, resetScroll: false }) : onChange(kept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const page = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
    keep({
      name: name.trim(),
      state,
      page: Object.fromEntries(page.map(([key, value]) => [key, String(value)])),
    });
    setName('');
  };
  return (
    <section className={css.views}>
      <h3>{t('web:table.views')}</h3>
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <button type="button" className={css.view} onClick={() => show(view)}>
              {view.name}
            </button>
            <button
              type="button"
              className={css.drop}
              aria-label={t('web:table.dropView', { name: view.name })}
              onClick={() => drop(view.name)}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      {problem && <p role="alert">{problem}</p>}
      <form onSubmit={submit} className={css.keep}>
        <input
          aria-label={t('web:table.viewName')}
          placeholder={t('web:table.viewName')}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <Button type="submit" size="s">
          {t('web:table.keepView')}
        </Button>
      </form>
    </section>
  );
}

const ServerViews = ({ table, ...shown }: Shown & { table: string }) => (
  <Views {...shown} store={useServerViews(table)} />
);
const PageViews = (shown: Shown) => <Views {...shown} store={usePageViews()} />;

/** Which columns are shown, views with names, and the plain file for other programs. */
export function TableColumns<Row>({ table, columns, state, onChange, onCsv }: Props<Row>) {
  const { t } = useTexts();
  const { signedIn } = useSession();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={320}
      position="bottom-end"
      shadow="md"
      withRoles={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="s"
          icon="columns"
          aria-label={t('web:table.columns')}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown className={css.floating} aria-label={t('web:table.columns')} role="dialog">
        <fieldset className={css.choice}>
          <legend>{t('web:table.columns')}</legend>
          <div className={css.options}>
            {columns.map((column) => (
              <label key={column.id}>
                <input
                  type="checkbox"
                  disabled={column.names}
                  checked={isVisible(column, state)}
                  onChange={() => onChange(toggleColumn(state, column.id, column.optional === true))}
                />
                {column.title}
              </label>
            ))}
          </div>
        </fieldset>
        {signedIn ? (
          <ServerViews table={table} state={state} onChange={onChange} />
        ) : (
          <PageViews state={state} onChange={onChange} />
        )}
        {onCsv && (
          <Button kind="quiet" size="s" icon="download" onClick={onCsv}>
            {t('web:table.csv')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
