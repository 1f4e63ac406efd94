import { useTexts } from '../text.ts';
import { Button, type ButtonLook } from './button.tsx';

export function PrintButton({ size }: Pick<ButtonLook, 'size'>) {
  const { t } = useTexts();
  return <Button icon="print" size={size} aria-label={t('web:print')} onClick={() => window.print()} />;
}

/** The foot of a printed sheet: what this is, of which version, by which fingerprint. */
export function PrintFoot({ children }: { children: string }) {
  return <p className="only-print print-foot">{children}</p>;
}
