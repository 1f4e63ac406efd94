import { useTexts } from '../../../../web/text.ts';
import css from '../practice.module.css';

/** How many were saved, and who was not, with the reason. */
export function Said({ said }: { said: { done: number; faults: { name: string; why: string }[] } | null }) {
  const { t } = useTexts();
  if (!said) return null;
  return (
    <div className={css.wide}>
      {said.done > 0 && <p role="status">{t('practice:group.saved', { count: said.done })}</p>}
      {said.faults.length > 0 && (
        <div role="alert">
          <p>{t('practice:group.failed')}</p>
          <ul>
            {said.faults.map((fault) => (
              <li key={fault.name}>{t('practice:group.fault', fault)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
