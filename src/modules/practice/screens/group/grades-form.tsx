import { useState } from 'react';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput } from '../../../../web/widgets/inputs.tsx';
import css from '../practice.module.css';
import { api, BOARD, type BoardRow, PLANS } from '../practice-api.ts';
import { useInTurn } from './in-turn.ts';
import { Said } from './said.tsx';

const GRADES = ['5', '4', '3', '2'];

/** Marks of those whose papers are all there, as a sheet is filled in. */
export function GradesForm({ rows, onClose }: { rows: BoardRow[]; onClose: () => void }) {
  const { t } = useTexts();
  const { run, busy, said } = useInTurn(api.gradePlacement, [BOARD, PLANS]);
  const [own, setOwn] = useState<Record<string, string>>({});
  const [rest, setRest] = useState('');
  const none = t('practice:group.grades.none');
  const of = (id: string) => own[id] ?? rest;
  const tasks = rows.flatMap(({ placementId, name }) =>
    placementId && of(placementId)
      ? [{ name, input: { id: placementId, grade: Number(of(placementId)) } }]
      : [],
  );
  return (
    <FormPanel
      title={t('practice:group.grades.title')}
      about={t('practice:group.grades.about')}
      submit={t('practice:group.grades.save', { count: tasks.length })}
      busy={busy}
      blocked={tasks.length === 0 ? t('practice:group.fillSome') : undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (await run(tasks)) onClose();
      }}
    >
      <ChoiceInput
        name="gradeOfAll"
        label={t('practice:group.grades.forAll')}
        none={none}
        value={rest}
        onChange={setRest}
        choices={GRADES.map((value) => ({ value, label: value }))}
      />
      <ul className={`${css.wide} ${css.people}`}>
        {rows.map(({ placementId, name }) => (
          <li key={placementId} className={css.grade}>
            <span>{name}</span>
            <select
              aria-label={`${t('practice:group.grades.grade')}, ${name}`}
              value={of(placementId ?? '')}
              onChange={(event) => setOwn((known) => ({ ...known, [placementId ?? '']: event.target.value }))}
            >
              <option value="">{none}</option>
              {GRADES.map((grade) => (
                <option key={grade}>{grade}</option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <Said said={said} />
    </FormPanel>
  );
}
