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

/** A stated bound is rounded up only, to two significant digits: «0,06 %», never less than what was proved. */
export function statedGap(gap: number): { gap: number; digits: number } {
  if (gap <= 0) return { gap: 0, digits: 0 };
  const digits = Math.min(8, Math.max(1, 1 - Math.floor(Math.log10(gap * 100))));
  const unit = 10 ** digits;
  const up = Math.ceil(gap * 100 * unit - 1e-9) / unit;
  const whole = Math.round(up * unit);
  return { gap: up / 100, digits: digits > 1 && whole % 10 === 0 ? digits - 1 : digits };
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
  const stated = statedGap(certificate.state === 'proved' ? certificate.gap : 0);
  return (
    <article className={`${css.strip} ${css[certificate.state]}`} aria-label={t('web:certificate.label')}>
      {certificate.state === 'broken' ? (
        <StateIcon state="blocks" />
      ) : (
        <Seal hash={hash} label={t(hash ? 'web:certificate.seal' : 'web:certificate.empty')} />
      )}
      <div>
        {certificate.state === 'proved' && (
          <>
            <b>{t('web:certificate.proved', { gap: percent(stated.gap, stated.digits) })}</b>
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
    </article>
  );
}
