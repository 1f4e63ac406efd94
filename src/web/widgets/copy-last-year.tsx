import { useState } from 'react';
import { useTexts } from '../text.ts';
import { Button } from './button.tsx';

interface Props {
  /** What is repeated: «Повторить места прошлого года». By default «Повторить прошлый год». */
  label?: string;
  onCopy: () => Promise<unknown>;
  blocked?: string;
  /** Beside full buttons of a page's head; by default small, as the tools of a table are. */
  head?: boolean;
}

/** Last year's places, agreement, programme or campaign in one click. */
export function CopyLastYear({ label, onCopy, blocked, head }: Props) {
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
    <Button
      {...(head ? {} : { size: 's' as const })}
      icon="copy"
      busy={busy}
      blocked={blocked}
      onClick={() => void copy()}
    >
      {label ?? t('web:copyLastYear')}
    </Button>
  );
}
