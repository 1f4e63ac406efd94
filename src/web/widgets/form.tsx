import { useCallback, useEffect, useRef, useState } from 'react';
import type { ZodType } from 'zod';
import { ApiError, type FieldProblem } from '../http.ts';
import { useTexts } from '../text.ts';
import { fieldId } from './field.tsx';
import css from './form.module.css';
import { StateIcon } from './state-mark.tsx';

export type Problems = Record<string, string>;

/** The same schema as the server's; the first problem of each field wins. */
export function problemsOf<T>(schema: ZodType<T>, value: unknown): Problems {
  const result = schema.safeParse(value);
  if (result.success) return {};
  const problems: Problems = {};
  for (const issue of result.error.issues) problems[issue.path.join('.')] ??= issue.message;
  return problems;
}

/** Where the server found fault, by field; what belongs to no field is under the empty path. */
export function problemsFromServer(error: unknown, otherwise: string): Problems {
  if (!(error instanceof ApiError)) return { '': otherwise };
  if (error.fields.length === 0) return { '': error.message || otherwise };
  return Object.fromEntries(error.fields.map(({ path, message }: FieldProblem) => [path, message]));
}

export type DraftState = 'clean' | 'saving' | 'saved' | 'unsaved';

interface DraftOptions<T> {
  initial: T;
  schema: ZodType<unknown>;
  /** Keeps the draft on the server; called after a pause in typing and before the page is left. */
  save?: (value: T) => Promise<void>;
  pause?: number;
}

/** A form whose draft lives on the server, with the server's own rules checked while typing. */
export function useDraftForm<T extends object>({ initial, schema, save, pause = 1200 }: DraftOptions<T>) {
  const { t } = useTexts();
  const [value, setValue] = useState(initial);
  const [problems, setProblems] = useState<Problems>({});
  const [draft, setDraft] = useState<DraftState>('clean');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(value);

  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    if (!save) return;
    setDraft('saving');
    try {
      await save(latest.current);
      setDraft('saved');
      setSavedAt(new Date().toISOString());
    } catch {
      setDraft('unsaved');
    }
  }, [save]);

  const set = <K extends keyof T & string>(name: K, next: T[K]) => {
    const changed = { ...latest.current, [name]: next };
    latest.current = changed;
    setValue(changed);
    // a field once found wrong is looked at again at every keystroke; a new one only on leaving or sending
    if (name in problems) setProblems((known) => withFresh(known, name, problemsOf(schema, changed)));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), pause);
  };

  const leave = (name: string) =>
    setProblems((known) => withFresh(known, name, problemsOf(schema, latest.current)));

  /** Checks everything; sends only what is right; errors of the server come back to their fields. */
  const submit = async (send: (value: T) => Promise<void>): Promise<boolean> => {
    const found = problemsOf(schema, latest.current);
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    try {
      await send(latest.current);
      return true;
    } catch (error) {
      setProblems(problemsFromServer(error, t('web:form.notSaved')));
      return false;
    }
  };

  useEffect(() => () => clearTimeout(timer.current), []);
  return { value, set, leave, problems, submit, draft, savedAt, keep };
}

/** The problems with one field's state (and what is nested in it) replaced by what holds now. */
function withFresh(known: Problems, name: string, now: Problems): Problems {
  const mine = (path: string) => path === name || path.startsWith(`${name}.`);
  const others = Object.entries(known).filter(([path]) => !mine(path));
  const fresh = Object.entries(now).filter(([path]) => mine(path));
  return Object.fromEntries([...others, ...fresh]);
}

/** «Черновик сохранён в 10:42». */
export function DraftNote({ state, savedAt }: { state: DraftState; savedAt: string | null }) {
  const { t, date } = useTexts();
  const words =
    state === 'saving'
      ? t('web:form.saving')
      : state === 'unsaved'
        ? t('web:form.unsaved')
        : savedAt
          ? t('web:form.saved', { time: date(savedAt, 'time') })
          : '';
  return (
    <span className="dim small" role="status">
      {words}
    </span>
  );
}

interface SummaryProps {
  problems: Problems;
  /** Names of fields as they stand in the labels. */
  labels: Record<string, string>;
}

/** What is wrong, on top of the form; each line leads to its field. */
export function FormSummary({ problems, labels }: SummaryProps) {
  const { t } = useTexts();
  const entries = Object.entries(problems);
  if (entries.length === 0) return null;
  return (
    <section className={css.summary} role="alert" aria-labelledby="form-summary">
      <p id="form-summary">
        <StateIcon state="blocks" /> <b>{t('web:form.summary', { count: entries.length })}</b>
      </p>
      <ul>
        {entries.map(([path, message]) => (
          <li key={path}>
            {path === '' ? (
              message
            ) : (
              <a
                href={`#${fieldId(path)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(path))?.focus();
                }}
              >
                {labels[path] ? `${labels[path]}: ` : ''}
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
