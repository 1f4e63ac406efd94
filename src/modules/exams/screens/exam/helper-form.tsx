import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { api, type Exam, SESSION } from '../exams-api.ts';

/** The college tells the chief expert of an assistant or tutor of one examinee. */
export function HelperForm({ exam, onClose }: { exam: Exam; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteHelper, [SESSION]);
  const [examineeId, setExamineeId] = useState('');
  const [name, setName] = useState('');
  return (
    <FormPanel
      title={t('exams:screen.helper.title')}
      submit={t('exams:screen.helper.save')}
      busy={note.isPending}
      {...(examineeId && name.trim() ? {} : { blocked: t('exams:screen.helper.lacks') })}
      problems={note.error ? { name: note.error.message } : {}}
      labels={{ name: t('exams:screen.helper.name') }}
      onClose={onClose}
      onSubmit={() => note.mutate({ id: exam.id, examineeId, name: name.trim() }, { onSuccess: onClose })}
    >
      <ChoiceInput
        name="examineeId"
        label={t('exams:screen.helper.whom')}
        none={t('exams:screen.plan.choose')}
        value={examineeId}
        choices={exam.people.map((one) => ({ value: one.id, label: one.name }))}
        onChange={setExamineeId}
      />
      <TextInput name="name" label={t('exams:screen.helper.name')} value={name} onChange={setName} />
    </FormPanel>
  );
}
