import { useState } from 'react';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../../web/widgets/inputs.tsx';
import { api, BOARD, type BoardRow, todayHere } from '../practice-api.ts';
import { useInTurn } from './in-turn.ts';
import { Marked, useMarked } from './marked.tsx';
import { Said } from './said.tsx';

/** Signed sheets of legal representatives came back: who signed is known from the personal file. */
export function ConsentsForm({ rows, onClose }: { rows: BoardRow[]; onClose: () => void }) {
  const { t } = useTexts();
  const { run, busy, said } = useInTurn(api.noteConsent, [BOARD]);
  const [on, setOn] = useState(todayHere());
  const people = rows.map((row) => ({ ...row, id: row.placementId ?? '', note: row.guardianName }));
  const marks = useMarked(people, false);
  return (
    <FormPanel
      title={t('practice:group.consents.title')}
      about={t('practice:group.consents.about')}
      submit={t('practice:group.consents.save', { count: marks.marked.length })}
      busy={busy}
      blocked={marks.marked.length === 0 ? t('practice:group.chooseSome') : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const tasks = marks.marked.map(({ id, name, guardianName }) => ({
          name,
          input: {
            id,
            kind: 'guardian' as const,
            answer: 'given' as const,
            on,
            original: true,
            by: guardianName ?? t('practice:group.consents.by'),
          },
        }));
        if (await run(tasks)) onClose();
      }}
    >
      <TextInput name="on" type="date" label={t('practice:group.consents.on')} value={on} onChange={setOn} />
      <Marked people={people} marks={marks} />
      <Said said={said} />
    </FormPanel>
  );
}
