import { useState } from 'react';
import { saveFile } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { RecordFiles } from '../../../web/widgets/record-files.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './agreements.module.css';
import { api, type Card } from './agreements-api.ts';

/** The paper to sign as a file, and the scan of what was signed. */
export function AgreementPaper({ card }: { card: Card }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState('');
  const print = async (format: 'pdf' | 'docx') => {
    setBusy(format);
    setProblem('');
    try {
      const { data } = await api.printAgreement({ id: card.id, format });
      const bytes = Uint8Array.from(atob(data.base64), (letter) => letter.charCodeAt(0));
      saveFile(new Blob([bytes], { type: data.type }), data.name);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '');
    } finally {
      setBusy('');
    }
  };
  return (
    <section aria-labelledby="paper">
      <SectionHead id="paper" title={t('agreements:card.paper')} />
      <p className={css.buttons}>
        {(['pdf', 'docx'] as const).map((format) => (
          <Button key={format} icon="download" busy={busy === format} onClick={() => void print(format)}>
            {t(`agreements:card.${format}`)}
          </Button>
        ))}
      </p>
      {problem && (
        <p role="alert">
          <StateMark state="blocks">{problem}</StateMark>
        </p>
      )}
      {card.state === 'draft' ? (
        <p className="dim">{t('agreements:card.scanLater')}</p>
      ) : (
        <RecordFiles kind="agreements.agreement" recordId={card.id} label={t('agreements:card.scan')} />
      )}
    </section>
  );
}
