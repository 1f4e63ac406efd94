import { useState } from 'react';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { ChoiceInput } from '../../../../web/widgets/inputs.tsx';
import css from '../exams.module.css';
import room from '../rooms.module.css';

export const FIELDS = {
  groups: ['name', 'key', 'group'],
  experts: ['name', 'key', 'role'],
  results: ['name', 'key', 'points'],
} as const;
export type FederalKind = keyof typeof FIELDS;
export interface ChosenColumn {
  title: string;
  field: string | null;
}

export interface KitPart {
  id: string;
  kind: 'criterion' | 'module';
  code: string;
  title: string;
}

interface Props {
  kind: FederalKind;
  parts: KitPart[];
  columns: ChosenColumn[];
  busy: boolean;
  onAgain: (changed: ChosenColumn[]) => void;
}

/** What each column of the file was taken for; what is changed here is remembered for the next file. */
export function ColumnChoices({ kind, parts, columns, busy, onAgain }: Props) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const changed = columns.filter(
    ({ title, field }) => chosen[title] !== undefined && chosen[title] !== (field ?? ''),
  );
  return (
    <fieldset className={room.whole}>
      <legend>{t('exams:rooms.federal.columns')}</legend>
      <p className="dim">{t('exams:rooms.federal.columnsHint')}</p>
      <div className={room.grid}>
        {columns.map(({ title, field }) => (
          <ChoiceInput
            key={title}
            name={`column-${title}`}
            label={title}
            value={chosen[title] ?? field ?? ''}
            onChange={(value) => setChosen({ ...chosen, [title]: value })}
            none={t('exams:rooms.federal.skip')}
            choices={[
              ...FIELDS[kind].map((value) => ({ value, label: t(`exams:rooms.federal.field.${value}`) })),
              ...parts.map((one) => ({
                value: one.id,
                label: t(`exams:rooms.federal.part.${one.kind}`, { code: one.code, title: one.title }),
              })),
            ]}
          />
        ))}
      </div>
      {changed.length > 0 && (
        <div className={css.acts}>
          <Button
            busy={busy}
            onClick={() => onAgain(changed.map(({ title }) => ({ title, field: chosen[title] || null })))}
          >
            {t('exams:rooms.federal.again')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
