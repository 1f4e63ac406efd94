import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Aside } from '../layouts/aside.tsx';
import { useTexts } from '../text.ts';
import { Icon } from './icon.tsx';
import { Sheet } from './sheet.tsx';
import { StateIcon } from './state-mark.tsx';
import { type OriginFacts, Stem } from './stem.tsx';
import { usePhone } from './use-phone.ts';
import { Waterfall, type WaterfallStep } from './waterfall.tsx';
import css from './why-drawer.module.css';

/** The six parts of a reason. Their order is always the same; a part that has nothing to say is left out. */
export interface Why {
  title: string;
  subject?: string;
  /** 1. The answer in one or two sentences. */
  answer: ReactNode;
  /** 2. What it was made of. */
  made?: { steps: WaterfallStep[]; total: { label: string; value: number }; note?: string };
  /** 3. What it ran up against. */
  limit?: ReactNode;
  /** 4. What would change it: only recomputed facts. */
  otherwise?: { title: string; text: ReactNode }[];
  /** 5. Where the number comes from. */
  origin?: OriginFacts;
  /** 6. The buttons of who may change it, and the rules by name. */
  acts?: ReactNode;
  rules?: { id: string; name: string; to?: string }[];
}

function Rules({ rules }: { rules: NonNullable<Why['rules']> }) {
  const { t } = useTexts();
  return (
    <details className={css.rules}>
      <summary>{t('web:why.rules', { count: rules.length })}</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>{rule.to ? <Link to={rule.to}>{rule.name}</Link> : rule.name}</li>
        ))}
      </ul>
    </details>
  );
}

function Body({ why }: { why: Why }) {
  const { t } = useTexts();
  return (
    <>
      <div className={css.answer}>{why.answer}</div>
      {why.made && (
        <>
          <h3>{t('web:why.made')}</h3>
          <Waterfall steps={why.made.steps} total={why.made.total} />
          {why.made.note && <p className="dim small">{why.made.note}</p>}
        </>
      )}
      {why.limit && (
        <div className={css.limit}>
          <StateIcon state="remind" />
          <span>{why.limit}</span>
        </div>
      )}
      {why.otherwise?.map((one) => (
        <section key={one.title}>
          <h3>{one.title}</h3>
          <div className={css.other}>{one.text}</div>
        </section>
      ))}
      {why.origin && (
        <>
          <h3>{t('web:origin.title')}</h3>
          <Stem facts={why.origin} />
        </>
      )}
      {(why.acts || why.rules) && (
        <div className={css.foot}>
          {why.acts}
          {why.rules && why.rules.length > 0 && <Rules rules={why.rules} />}
        </div>
      )}
    </>
  );
}

function DeskDrawer({ why, onClose }: { why: Why; onClose: () => void }) {
  const { t } = useTexts();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <Aside>
      <aside className={`no-print ${css.drawer}`} aria-labelledby={headingId} onKeyDown={onKeyDown}>
        <div className={css.top}>
          <div>
            <h2 id={headingId} ref={heading} tabIndex={-1}>
              {why.title}
            </h2>
            {why.subject && <p className="dim small">{why.subject}</p>}
          </div>
          <button type="button" className={css.close} onClick={onClose} aria-label={t('web:close')}>
            <Icon name="close" size={18} />
          </button>
        </div>
        <Body why={why} />
      </aside>
    </Aside>
  );
}

/** «почему?»: stands beside the page, which stays alive; on a phone a full sheet. */
export function WhyDrawer({ why, onClose }: { why: Why | null; onClose: () => void }) {
  const phone = usePhone();
  if (phone)
    return (
      <Sheet opened={why !== null} onClose={onClose} title={why?.title ?? ''} full>
        {why?.subject && <p className="dim small">{why.subject}</p>}
        {why && (
          <div className={css.body}>
            <Body why={why} />
          </div>
        )}
      </Sheet>
    );
  return why ? <DeskDrawer key={why.title} why={why} onClose={onClose} /> : null;
}

/** The word that opens it, beside a decision. */
export function WhyButton({
  onClick,
  opened,
  children,
}: {
  onClick: () => void;
  opened?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={`${css.why} ${children ? 'prints' : ''}`}
      aria-expanded={opened ?? false}
      onClick={onClick}
    >
      {children ?? t('web:why.word')}
    </button>
  );
}
