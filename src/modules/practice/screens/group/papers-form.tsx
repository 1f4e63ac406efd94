import { useState } from 'react';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import css from '../practice.module.css';
import { api, BOARD, type BoardRow } from '../practice-api.ts';
import { useInTurn } from './in-turn.ts';
import { Marked, useMarked } from './marked.tsx';
import { Said } from './said.tsx';

/** What a group handed in after practice, with one date for all who are marked. */
export function PapersForm({ rows, onClose }: { rows: BoardRow[]; onClose: () => void }) {
  const { t } = useTexts();
  const { run, busy, said } = useInTurn(api.notePaper, [BOARD]);
  const [value, setValue] = useState({ reportOn: '', logOn: '', appraisalOn: '', referenceOn: '' });
  const [positive, setPositive] = useState('yes');
  const [both, setBoth] = useState(false);
  const people = rows.map((row) => ({ id: row.placementId ?? '', name: row.name, note: row.host }));
  const marks = useMarked(people, true);
  const field = (name: keyof typeof value) => ({
    name,
    type: 'date' as const,
    value: value[name],
    onChange: (next: string) => setValue((known) => ({ ...known, [name]: next })),
  });
  const blocked =
    marks.marked.length === 0
      ? t('practice:group.chooseSome')
      : Object.values(value).every((day) => day === '')
        ? t('practice:group.papers.dateNeeded')
        : value.appraisalOn && !both
          ? t('practice:appraisal.screen.bothNeeded')
          : undefined;
  return (
    <FormPanel
      title={t('practice:group.papers.title')}
      about={t('practice:group.papers.about')}
      submit={t('practice:group.papers.save', { count: marks.marked.length })}
      busy={busy}
      blocked={blocked}
      onClose={onClose}
      onSubmit={async () => {
        const tasks = marks.marked.map(({ id, name }) => ({
          name,
          input: {
            id,
            reportOn: value.reportOn || null,
            logOn: value.logOn || null,
            ...(value.appraisalOn && {
              appraisal: { on: value.appraisalOn, positive: positive === 'yes', bothParts: true as const },
            }),
            referenceOn: value.referenceOn || null,
          },
        }));
        if (await run(tasks)) onClose();
      }}
    >
      <TextInput {...field('reportOn')} label={t('practice:screen.papers.reportOn')} optional />
      <TextInput {...field('logOn')} label={t('practice:appraisal.screen.logOn')} optional />
      <TextInput {...field('referenceOn')} label={t('practice:screen.papers.referenceOn')} optional />
      <TextInput {...field('appraisalOn')} label={t('practice:screen.papers.appraisalOn')} optional />
      {value.appraisalOn && (
        <>
          <ChoiceInput
            name="positive"
            label={t('practice:screen.papers.positive')}
            value={positive}
            onChange={setPositive}
            choices={(['yes', 'no'] as const).map((one) => ({
              value: one,
              label: t(`practice:screen.papers.${one}`),
            }))}
          />
          <label className={css.check}>
            <input type="checkbox" checked={both} onChange={(event) => setBoth(event.target.checked)} />
            {t('practice:appraisal.screen.both')}
          </label>
        </>
      )}
      <Marked people={people} marks={marks} />
      <Said said={said} />
    </FormPanel>
  );
}
