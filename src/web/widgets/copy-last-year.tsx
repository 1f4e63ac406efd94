import { useState } from 'react';
import { useTexts } from '../text.ts';
import { Button } from './button.tsx';

interface Props {
  /** What is repeated: «Повторить места прошлого года». By default «Повторить прошлый год». */
  label?: string;
  onCopy: () => Promise<unknown>;
  blocked?: string;
}

/** Last year's places, agreement, programme or campaign in one click. */
export function CopyLastYear({ label, onCopy, blocked }: Props) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const copy = async () => {
    setBusy(true);
    try {
      await onCopy();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="s" icon="copy" busy={busy} blocked={blocked} onClick={() => void copy()}>
      {label ?? t('web:copyLastYear')}
    </Button>
  );
}
