import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { type AppraisalDraft, AppraisalFields, filledOf, isWhole } from './appraisal-fields.tsx';
import css from './paper.module.css';
import { api, TRAINEES, type Trainee } from './practice-api.ts';

type Card = Awaited<ReturnType<typeof api.getAppraisal>>['data'];

function Form({ id, card, onClose }: { id: string; card: Card; onClose: () => void }) {
  const { t } = useTexts();
  const fill = useChange(api.fillAppraisal, [TRAINEES]);
  const [draft, setDraft] = useState<AppraisalDraft>({
    competences: Object.fromEntries((card.filled?.competences ?? []).map((one) => [one.code, one.mastered])),
    qualities: Object.fromEntries((card.filled?.qualities ?? []).map((one) => [one.code, one.mark])),
    reference: card.filled?.reference ?? '',
  });
  return (
    <FormPanel
      title={t('practice:appraisal.screen.of', { name: card.sheet.student })}
      about={t('practice:appraisal.screen.lead')}
      submit={t('practice:appraisal.screen.send')}
      busy={fill.isPending}
      blocked={isWhole(draft, card.sheet) ? undefined : t('practice:appraisal.screen.left')}
      onClose={onClose}
      onSubmit={() => fill.mutate({ id, ...filledOf(draft) }, { onSuccess: onClose })}
    >
      <div className={css.wide}>
        <AppraisalFields asked={card.sheet} draft={draft} onChange={setDraft} />
        {fill.error && <p role="alert">{fill.error.message}</p>}
      </div>
    </FormPanel>
  );
}

/** The mentor appraises one trainee. */
export function AppraisalForm({ row, onClose }: { row: Trainee; onClose: () => void }) {
  const read = useRead(['practice', 'appraisal', row.id], api.getAppraisal, { id: row.id });
  if (read.error) return <p role="alert">{read.error.message}</p>;
  return read.data ? <Form id={row.id} card={read.data.data} onClose={onClose} /> : null;
}
