import { useTranslation } from 'react-i18next';
import css from './language-switch.module.css';

const LANGUAGE_KEY = 'rostok-language';

export function chosenLanguage(): 'ru' | 'en' | null {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY);
    return kept === 'ru' || kept === 'en' ? kept : null;
  } catch {
    return null;
  }
}

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'ru' ? 'en' : 'ru';
  const change = () => {
    try {
      localStorage.setItem(LANGUAGE_KEY, other);
    } catch {
      // a browser without storage keeps the language until the page is closed
    }
    void i18n.changeLanguage(other);
  };
  return (
    <button type="button" className={css.language} lang={other} onClick={change}>
      {t(`web:language.${other}`)}
    </button>
  );
}
