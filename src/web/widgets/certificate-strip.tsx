import type { ReactNode } from 'react';
import { useTexts } from '../text.ts';
import css from './certificate-strip.module.css';
import { useTimeLeft } from './progress-panel.tsx';
import { Seal } from './seal.tsx';
import { StateIcon } from './state-mark.tsx';

export type Certificate =
  | {
      state: 'proved';
      hash: string /** Share of one by which a better plan could be better at most. */;
      gap: number;
      checkedAt: string;
    }
  | { state: 'checking'; secondsLeft?: number }
  | { state: 'broken'; hash?: string };

const short = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-4)}`;

/** Digits of a gap: never «0,0 %» while something is left unproved. */
function gapDigits(gap: number): number {
  if (gap === 0) return 0;
  return Math.min(6, Math.max(1, 1 - Math.floor(Math.log10(gap * 100))));
}

/** The proof of an order: how much better any other plan could be, when and by what it was checked. */
export function CertificateStrip({
  certificate,
  children,
}: {
  certificate: Certificate;
  children?: ReactNode;
}) {
  const { t, percent, date } = useTexts();
  const left = useTimeLeft();
  const hash = certificate.state === 'proved' ? certificate.hash : null;
  return (
    <section className={`${css.strip} ${css[certificate.state]}`} aria-label={t('web:certificate.label')}>
      {certificate.state === 'broken' ? (
        <StateIcon state="blocks" />
      ) : (
        <Seal hash={hash} label={t(hash ? 'web:certificate.seal' : 'web:certificate.empty')} />
      )}
      <div>
        {certificate.state === 'proved' && (
          <>
            <b>
              {t('web:certificate.proved', { gap: percent(certificate.gap, gapDigits(certificate.gap)) })}
            </b>
            <p>
              {t('web:certificate.checked', {
                at: date(certificate.checkedAt, 'short'),
                time: date(certificate.checkedAt, 'time'),
                print: short(certificate.hash),
              })}
            </p>
          </>
        )}
        {certificate.state === 'checking' && (
          <b>
            {certificate.secondsLeft
              ? t('web:certificate.checking', { time: left(certificate.secondsLeft) })
              : t('web:certificate.checkingSome')}
          </b>
        )}
        {certificate.state === 'broken' && (
          <>
            <b>{t('web:certificate.broken')}</b>
            <p>{t('web:certificate.brokenText')}</p>
          </>
        )}
      </div>
      {children && <div className={css.acts}>{children}</div>}
    </section>
  );
}
