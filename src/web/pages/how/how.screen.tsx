import { Link } from '@tanstack/react-router';
import { useTexts } from '../../text.ts';
import { PageHead } from '../../widgets/page-head.tsx';
import css from '../page.module.css';

const PARTS = ['need', 'supply', 'order', 'proof', 'secret', 'wrong'] as const;

/** How the figures are made, in plain words, and what they do not know. */
export default function How() {
  const { t } = useTexts();
  return (
    <div className={css.wrap}>
      <PageHead title={t('web:how.title')} about={t('web:how.about')} />
      <div className={css.text}>
        {PARTS.map((part) => (
          <section key={part}>
            <h2>{t(`web:how.${part}.title`)}</h2>
            <p>{t(`web:how.${part}.text`)}</p>
          </section>
        ))}
        <p>
          <Link to="/help/rules">{t('web:how.rules')}</Link>
        </p>
      </div>
    </div>
  );
}
