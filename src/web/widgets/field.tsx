import { type ReactNode, useId } from 'react';
import css from './field.module.css';
import { StateIcon } from './state-mark.tsx';

export interface FieldInput {
  id: string;
  name: string;
  className: string | undefined;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface Props {
  label: ReactNode;
  /** Dotted path of the value in the form; errors of the server come by it. */
  name: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Printed after the label when the field may be left empty. */
  optional?: string;
  children: (input: FieldInput) => ReactNode;
}

/** The id a summary of errors leads to. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** Label above, hint below the label, error below the field with its mark. */
export function Field({ label, name, hint, error, required, optional, children }: Props) {
  const own = useId();
  const [hintId, errorId] = [`${own}h`, `${own}e`];
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label htmlFor={fieldId(name)}>
        {label}
        {optional && <small> {optional}</small>}
      </label>
      {hint && (
        <p id={hintId} className={css.hint}>
          {hint}
        </p>
      )}
      {children({
        id: fieldId(name),
        name,
        className: css.input,
        ...(required && { required: true }),
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {error && (
        <p id={errorId} className={css.error}>
          <StateIcon state="blocks" /> {error}
        </p>
      )}
    </div>
  );
}
