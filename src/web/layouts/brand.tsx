import { Link } from '@tanstack/react-router';
import { useSession } from '../session.tsx';
import { useTexts } from '../text.ts';
import { Mark } from '../widgets/icon.tsx';
import css from './brand.module.css';

export function Brand({ to = '/' }: { to?: string }) {
  const { t } = useTexts();
  const { region } = useSession();
  return (
    <Link to={to} className={css.brand}>
      <Mark />
      <span>
        {t('web:product')}
        {region.name && <small>{region.name}</small>}
      </span>
    </Link>
  );
}
