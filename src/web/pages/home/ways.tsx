import { Link } from '@tanstack/react-router';
import { useTexts } from '../../text.ts';
import { Icon } from '../../widgets/icon.tsx';
import type { IconName } from '../../widgets/icon-paths.ts';
import css from './home.module.css';

const WAYS: { id: 'study' | 'practice' | 'check' | 'enterprise' | 'how'; icon: IconName; to: string }[] = [
  { id: 'study', icon: 'graduate', to: '/study' },
  { id: 'practice', icon: 'seat', to: '/practice-in-region' },
  { id: 'check', icon: 'upload', to: '/check' },
  { id: 'enterprise', icon: 'factory', to: '/register' },
  { id: 'how', icon: 'compass', to: '/help/how' },
];

/** Where to go from here, without signing in. */
export function Ways() {
  const { t } = useTexts();
  return (
    <section className={css.ways} aria-label={t('web:home.ways.label')}>
      <ul className={css.wrap}>
        {WAYS.map(({ id, icon, to }) => (
          <li key={id}>
            <Icon name={icon} size={28} />
            <h2>{t(`web:home.ways.${id}.title`)}</h2>
            <p>{t(`web:home.ways.${id}.text`)}</p>
            <Link to={to}>{t(`web:home.ways.${id}.go`)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
