import { useState } from 'react';
import type { ZodType } from 'zod';
import { fieldFaults } from '../../platform/use-case/field-faults.ts';
import { useTexts } from '../text.ts';
import { type Problems, problemsFromServer } from './form.tsx';

interface Options<T> {
  initial: T;
  /** The server's own schema, for what the form would send; its faults are said in the same words. */
  schema: ZodType | undefined;
  /** What is sent: texts of fields turned into numbers, empty ones into nothing. */
  input: (value: T) => unknown;
}

/** A short form: values, what is wrong with them by the server's own rules, and sending. */
export function useForm<T extends object>({ initial, schema, input }: Options<T>) {
  const { t, tId } = useTexts();
  const [value, setValue] = useState(initial);
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  const check = (now: T): Problems => {
    const result = schema?.safeParse(input(now));
    if (!result || result.success) return {};
    const found: Problems = {};
    for (const { path, key, params } of fieldFaults(result.error.issues))
      found[path] ??= tId(key, params as Record<string, string>);
    return found;
  };
  const set = <K extends keyof T & string>(name: K, next: T[K]) => {
    const changed = { ...value, [name]: next };
    setValue(changed);
    // only what was already found wrong is looked at again while typing
    if (Object.keys(problems).length > 0) {
      const now = check(changed);
      setProblems((known) =>
        Object.fromEntries(Object.keys(known).flatMap((path) => (now[path] ? [[path, now[path]]] : []))),
      );
    }
  };
  /** Looks at some fields only, as a step of a longer form does; true when they are right. */
  const checkOnly = (names: readonly string[]): boolean => {
    const found = Object.fromEntries(Object.entries(check(value)).filter(([path]) => names.includes(path)));
    setProblems(found);
    return Object.keys(found).length === 0;
  };
  /** Sends what the schema lets through; faults the server finds come back to their fields. */
  const submit = async (send: (input: never) => Promise<unknown>): Promise<boolean> => {
    const found = check(value);
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    setBusy(true);
    try {
      await send(input(value) as never);
      return true;
    } catch (error) {
      setProblems(problemsFromServer(error, t('web:form.notSaved')));
      return false;
    } finally {
      setBusy(false);
    }
  };
  /** For a field of the form: its value, its way to change, what is wrong with it. */
  const field = <K extends keyof T & string>(name: K) => ({
    name,
    value: String(value[name] ?? ''),
    onChange: (next: string) => set(name, next as T[K]),
    error: problems[name],
  });
  return { value, set, setValue, field, problems, setProblems, checkOnly, submit, busy };
}
