import { useTexts } from '../text.ts';
import css from './strips.module.css';

export const MAIN_ID = 'main';

export function SkipLink() {
  const { t } = useTexts();
  return (
    <a className={css.skip} href={`#${MAIN_ID}`}>
      {t('web:skip')}
    </a>
  );
}
