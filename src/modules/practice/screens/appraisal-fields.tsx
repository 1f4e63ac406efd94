import { useTexts } from '../../../web/text.ts';
import { AreaInput } from '../../../web/widgets/inputs.tsx';
import css from './paper.module.css';

export interface AppraisalDraft {
  competences: Record<string, boolean>;
  qualities: Record<string, number>;
  reference: string;
}

interface Asked {
  competences: string[];
  qualities: { code: string; title: string }[];
}

export const isWhole = (draft: AppraisalDraft, asked: Asked) =>
  asked.competences.every((code) => draft.competences[code] !== undefined) &&
  asked.qualities.every(({ code }) => draft.qualities[code] !== undefined);

/** What is sent of a draft: only what was marked. */
export const filledOf = (draft: AppraisalDraft) => ({
  competences: Object.entries(draft.competences).map(([code, mastered]) => ({ code, mastered })),
  qualities: Object.entries(draft.qualities).map(([code, mark]) => ({ code, mark })),
  reference: draft.reference,
});

const MARKS = [1, 2, 3, 4, 5];

/** Two groups of items, both required, and the reference. */
export function AppraisalFields({
  asked,
  draft,
  onChange,
}: {
  asked: Asked;
  draft: AppraisalDraft;
  onChange: (next: AppraisalDraft) => void;
}) {
  const { t } = useTexts();
  return (
    <>
      <h3>{t('practice:appraisal.screen.competences')}</h3>
      {asked.competences.map((code) => (
        <fieldset key={code} className={css.item}>
          <legend>{code}</legend>
          <span className={css.marks}>
            {[true, false].map((mastered) => (
              <label key={String(mastered)}>
                <input
                  type="radio"
                  name={`competence ${code}`}
                  checked={draft.competences[code] === mastered}
                  onChange={() =>
                    onChange({ ...draft, competences: { ...draft.competences, [code]: mastered } })
                  }
                />
                {t(mastered ? 'practice:appraisal.screen.mastered' : 'practice:appraisal.screen.notMastered')}
              </label>
            ))}
          </span>
        </fieldset>
      ))}
      <h3>{t('practice:appraisal.screen.qualities')}</h3>
      {asked.qualities.map(({ code, title }) => (
        <fieldset key={code} className={css.item}>
          <legend>{title}</legend>
          <span className={css.marks}>
            {MARKS.map((mark) => (
              <label key={mark}>
                <input
                  type="radio"
                  name={`quality ${code}`}
                  checked={draft.qualities[code] === mark}
                  onChange={() => onChange({ ...draft, qualities: { ...draft.qualities, [code]: mark } })}
                />
                {mark}
              </label>
            ))}
          </span>
        </fieldset>
      ))}
      <AreaInput
        name="reference"
        rows={5}
        value={draft.reference}
        onChange={(reference) => onChange({ ...draft, reference })}
        label={t('practice:appraisal.screen.reference')}
        hint={t('practice:appraisal.screen.referenceHint')}
        optional
      />
    </>
  );
}
