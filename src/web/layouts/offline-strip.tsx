import { useSyncExternalStore } from 'react';
import { lostSince, subscribeSignals } from '../signals.ts';
import { useTexts } from '../text.ts';
import { Icon } from '../widgets/icon.tsx';
import css from './strips.module.css';

/** Since when there is no network and that work may go on. `since` is given by the gallery only. */
export function OfflineStrip({ since, waiting }: { since?: string; waiting?: string }) {
  const { t, date } = useTexts();
  const lost = useSyncExternalStore(subscribeSignals, lostSince, () => null);
  const from = since ?? lost;
  return (
    <div role="status">
      {from && (
        <div className={css.offline}>
          <Icon name="offline" size={20} />
          <span>
            <b>{t('web:offline.since', { time: date(from, 'time') })}</b> {t('web:offline.text')}
          </span>
          {waiting && <span className={css.queue}>{waiting}</span>}
        </div>
      )}
    </div>
  );
}
