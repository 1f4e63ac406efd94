import { useSession } from '../session.tsx';
import { useTexts } from '../text.ts';
import css from './strips.module.css';

/** Loud on every page of a demo region, and a line on every printed sheet. */
export function DemoStrip() {
  const { t } = useTexts();
  const { demo } = useSession();
  if (!demo) return null;
  return (
    <section className={css.demo} data-demo aria-label={t('web:demo.label')}>
      <b>{t('web:demo.name')}</b> <span>{t('web:demo.text')}</span>
    </section>
  );
}
