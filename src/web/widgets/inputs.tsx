import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { useTexts } from '../text.ts';
import { Field } from './field.tsx';

interface Common {
  label: ReactNode;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** Checked when the field is left. */
  onLeave?: () => void;
  hint?: ReactNode;
  error?: string | undefined;
  /** The word «необязательно» stands after the label. */
  optional?: boolean;
}

const useOptional = (optional: boolean | undefined) => {
  const { t } = useTexts();
  return optional ? { optional: t('web:form.optional') } : {};
};

interface TextProps extends Common {
  type?: HTMLInputTypeAttribute;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel';
  /** Values offered while typing. */
  options?: string[];
}

/** One line: words, a number, a day, an address. */
export function TextInput({
  type = 'text',
  inputMode,
  options,
  value,
  onChange,
  onLeave,
  optional,
  ...field
}: TextProps) {
  const extra = useOptional(optional);
  return (
    <Field {...field} {...extra}>
      {(input) => (
        <>
          <input
            {...input}
            type={type}
            inputMode={inputMode}
            list={options && `${input.id}-options`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          />
          {options && (
            <datalist id={`${input.id}-options`}>
              {options.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** Several lines. */
export function AreaInput({
  rows = 3,
  value,
  onChange,
  onLeave,
  optional,
  ...field
}: Common & { rows?: number }) {
  const extra = useOptional(optional);
  return (
    <Field {...field} {...extra}>
      {(input) => (
        <textarea
          {...input}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** One of a list; `none` is what stands for an empty choice. */
export function ChoiceInput({
  choices,
  none,
  value,
  onChange,
  onLeave,
  optional,
  ...field
}: Common & { choices: Choice[]; none?: string }) {
  const extra = useOptional(optional);
  return (
    <Field {...field} {...extra}>
      {(input) => (
        <select {...input} value={value} onChange={(event) => onChange(event.target.value)} onBlur={onLeave}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
