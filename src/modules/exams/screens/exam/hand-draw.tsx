import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../../web/widgets/inputs.tsx';
import { api, type Exam, SESSION } from '../exams-api.ts';

/** A draw held with slips of paper is written down: everybody's number, and who was there. */
export function HandDraw({ exam, onClose }: { exam: Exam; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteDraw, [SESSION]);
  const [witnesses, setWitnesses] = useState('');
  const [places, setPlaces] = useState<Record<string, string>>({});
  const filled = exam.people.every(({ id }) => /^\d+$/.test(places[id] ?? ''));
  const lacks = !witnesses.trim()
    ? t('exams:screen.handDraw.sayWitnesses')
    : filled
      ? undefined
      : t('exams:screen.handDraw.allPlaces');
  return (
    <FormPanel
      title={t('exams:screen.handDraw.title')}
      submit={t('exams:screen.handDraw.save')}
      busy={note.isPending}
      {...(lacks ? { blocked: lacks } : {})}
      problems={note.error ? { witnesses: note.error.message } : {}}
      labels={{ witnesses: t('exams:screen.handDraw.witnesses') }}
      onClose={onClose}
      onSubmit={() =>
        note.mutate(
          {
            id: exam.id,
            witnesses: witnesses.trim(),
            places: exam.people.map(({ id }) => ({ examineeId: id, workplace: Number(places[id]) })),
          },
          { onSuccess: onClose },
        )
      }
    >
      {exam.people.map(({ id, name }) => (
        <TextInput
          key={id}
          name={`place-${id}`}
          inputMode="numeric"
          label={t('exams:screen.handDraw.placeOf', { name })}
          value={places[id] ?? ''}
          onChange={(value) => setPlaces({ ...places, [id]: value })}
        />
      ))}
      <TextInput
        name="witnesses"
        label={t('exams:screen.handDraw.witnesses')}
        hint={t('exams:screen.handDraw.witnessesHint')}
        value={witnesses}
        onChange={setWitnesses}
      />
    </FormPanel>
  );
}
