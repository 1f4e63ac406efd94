import { useEffect, useState } from 'react';
import { useTexts } from '../../../web/text.ts';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './exams.module.css';

type Found = Record<string, boolean | string>;

/** What a tablet must be able to do: tried, not asked. */
async function tryAll(): Promise<Found> {
  const secure = globalThis.isSecureContext;
  const database = await new Promise<boolean>((resolve) => {
    const request = indexedDB.open('rostok-try', 1);
    request.onsuccess = () => {
      request.result.close();
      indexedDB.deleteDatabase('rostok-try');
      resolve(true);
    };
    request.onerror = () => resolve(false);
  }).catch(() => false);
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  const free = estimate?.quota ? (estimate.quota - (estimate.usage ?? 0)) / 1_000_000 : 0;
  const persisted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  const worker =
    secure &&
    'serviceWorker' in navigator &&
    (await navigator.serviceWorker.register('/exam-offline.js').then(
      () => true,
      () => false,
    ));
  const before = Date.now();
  const response = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
  const server = Date.parse(response?.headers.get('date') ?? '');
  const clock = Number.isNaN(server) || Math.abs((before + Date.now()) / 2 - server) < 120_000;
  return { secure, database, worker, space: free > 50, persisted, clock, network: response !== null };
}

const CHECKS = ['network', 'secure', 'database', 'worker', 'space', 'persisted', 'clock'] as const;
/** Without these a tablet is not taken to the exam; the others are advice. */
const NEEDED = new Set<string>(['network', 'secure', 'database', 'worker', 'space']);

/** The centre opens this on each tablet the day before. */
export default function TabletCheck() {
  const { t } = useTexts();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    void tryAll().then(setFound);
  }, []);
  const bad = found ? CHECKS.filter((one) => NEEDED.has(one) && !found[one]) : [];
  return (
    <>
      <PageHead title={t('exams:screen.tablet.title')} about={t('exams:screen.tablet.about')} />
      <section className={`panel ${css.box}`} aria-live="polite">
        {found && <h2>{bad.length === 0 ? t('exams:screen.tablet.fit') : t('exams:screen.tablet.unfit')}</h2>}
        <ul className={css.list}>
          {CHECKS.map((one) => (
            <li key={one}>
              <StateMark
                state={!found ? 'waiting' : found[one] ? 'done' : NEEDED.has(one) ? 'blocks' : 'remind'}
              >
                {t(`exams:screen.tablet.${one}`)}
              </StateMark>
              {found && !found[one] && <span>{t(`exams:screen.tablet.mend.${one}`)}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
