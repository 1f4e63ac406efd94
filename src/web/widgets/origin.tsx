import { Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../text.ts';
import css from './origin.module.css';
import { Sheet } from './sheet.tsx';
import { type OriginFacts, Stem } from './stem.tsx';
import { usePhone } from './use-phone.ts';

interface Props {
  /** The shortest honest origin: «1 284 предприятия, прогноз от 12.11.2026». Printed as plain words. */
  short?: ReactNode;
  /** The facts, or how to get them when the button is pressed for the first time. */
  facts: OriginFacts | (() => Promise<OriginFacts>);
  /** The number itself, when it stands in a cell of a table: it becomes the button. */
  children?: ReactNode;
  /** What the number means, for screen readers. */
  label?: string;
}

function useFacts(facts: Props['facts']) {
  const [known, setKnown] = useState<OriginFacts | null>(typeof facts === 'function' ? null : facts);
  const [failed, setFailed] = useState(false);
  const ask = () => {
    if (typeof facts !== 'function') return;
    setFailed(false);
    facts().then(setKnown, () => setFailed(true));
  };
  return { known: typeof facts === 'function' ? known : facts, failed, ask };
}

/** «откуда?»: opens the stem, from the number down to people's rows. Key `?` opens it from a focused cell. */
export function Origin({ short, facts, children, label }: Props) {
  const { t } = useTexts();
  const phone = usePhone();
  const [opened, setOpened] = useState(false);
  const { known, failed, ask } = useFacts(facts);
  const open = () => {
    if (!opened) ask();
    setOpened(!opened);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '?') open();
  };
  const stem = (
    <div aria-live="polite">
      {known && <Stem facts={known} />}
      {!known && <p className="dim small">{t(failed ? 'web:origin.failed' : 'web:origin.loading')}</p>}
    </div>
  );
  const button = (
    <button
      type="button"
      className={`prints ${children ? css.cell : css.trail}`}
      aria-expanded={opened}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      {label && <span className="sr">{label}: </span>}
      {children ? (
        <>
          {children} <span className="sr">{t('web:origin.word')}</span>
        </>
      ) : (
        <>
          <span className={css.word}>{t('web:origin.word')}</span> {short}
        </>
      )}
    </button>
  );
  if (phone)
    return (
      <>
        {button}
        <Sheet opened={opened} onClose={() => setOpened(false)} title={t('web:origin.title')}>
          {stem}
        </Sheet>
      </>
    );
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={360}
      position="bottom-start"
      shadow="md"
      trapFocus={false}
      withRoles={false}
      returnFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={css.popover} aria-label={t('web:origin.title')} role="dialog">
        {stem}
      </Popover.Dropdown>
    </Popover>
  );
}
