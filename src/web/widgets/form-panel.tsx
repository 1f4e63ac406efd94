import { type FormEvent, type ReactNode, useId } from 'react';
import { useTexts } from '../text.ts';
import { Button } from './button.tsx';
import { FormSummary, type Problems } from './form.tsx';
import css from './form-panel.module.css';

interface Props {
  title?: string;
  about?: ReactNode;
  /** Verb and object: «Сохранить переход». */
  submit: string;
  onSubmit: () => void;
  onClose?: () => void;
  busy?: boolean;
  /** Why it cannot be sent yet. */
  blocked?: string;
  problems?: Problems;
  labels?: Record<string, string>;
  /** Further buttons beside the main one. */
  more?: ReactNode;
  children: ReactNode;
}

/** A form on its panel: what is wrong on top, fields in columns, one filled button. */
export function FormPanel({
  title,
  about,
  submit,
  onSubmit,
  onClose,
  busy,
  blocked,
  problems = {},
  labels = {},
  more,
  children,
}: Props) {
  const { t } = useTexts();
  const heading = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !blocked) onSubmit();
  };
  return (
    <form
      className={`panel ${css.form}`}
      noValidate
      onSubmit={send}
      aria-labelledby={title ? heading : undefined}
    >
      {title && <h2 id={heading}>{title}</h2>}
      {about && <p className="dim">{about}</p>}
      <FormSummary problems={problems} labels={labels} />
      <div className={css.fields}>{children}</div>
      <div className={css.acts}>
        <Button type="submit" kind="main" busy={busy} blocked={blocked}>
          {submit}
        </Button>
        {more}
        {onClose && <Button onClick={onClose}>{t('web:form.cancel')}</Button>}
      </div>
    </form>
  );
}
