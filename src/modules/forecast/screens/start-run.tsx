import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { api, RUNS } from './forecast-api.ts';

/** A calculation over today's data: only its name is asked. */
export function StartRun({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const start = useChange(api.startRun, [RUNS]);
  const labels = { title: t('forecast:screen.start.name') };
  return (
    <FormPanel
      title={t('forecast:screen.start.title')}
      about={t('forecast:screen.start.about')}
      submit={t('forecast:screen.start.submit')}
      busy={start.isPending}
      {...(title.trim() === '' && { blocked: t('forecast:screen.start.missing') })}
      problems={start.isError ? problemsFromServer(start.error, t('web:form.notSaved')) : {}}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        start.mutate(
          { title: title.trim(), seed: 1 },
          { onSuccess: ({ data }) => void navigate({ to: `/forecast/${data.id}` }) },
        )
      }
    >
      <TextInput
        name="title"
        label={labels.title}
        hint={t('forecast:screen.start.hint')}
        value={title}
        onChange={setTitle}
      />
    </FormPanel>
  );
}
