import { type InputHTMLAttributes, type ReactNode, useState } from 'react';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { Field } from '../../../web/widgets/field.tsx';
import css from './column.module.css';

interface Props {
  name: string;
  label: string;
  button: string;
  hint?: ReactNode;
  input: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'inputMode' | 'minLength' | 'maxLength'
  >;
  /** Sends; what it throws is shown at the field in the server's own words. */
  send: (value: string) => Promise<unknown>;
}

/** One question, one button: an address, a code, a new password. What was typed stays after a refusal. */
export function OneFieldForm({ name, label, button, hint, input: settings, send }: Props) {
  const { t } = useTexts();
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setProblem('');
    try {
      await send(value);
    } catch (error) {
      setProblem((error instanceof ApiError && error.message) || t('identity:noAnswer'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <Field label={label} name={name} hint={hint} error={problem} required>
        {(field) => (
          <input {...field} {...settings} value={value} onChange={(event) => setValue(event.target.value)} />
        )}
      </Field>
      <Button type="submit" kind="main" size="l" busy={busy}>
        {button}
      </Button>
    </form>
  );
}
