import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { type Problems, problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { api } from './my-data-api.ts';

export const DESK = ['retention', 'desk'] as const;
export type Asked = Awaited<ReturnType<typeof api.listRequests>>['data']['rows'][number];

/** The answer to a person's request about their data. */
export function AnswerForm({ request, onClose }: { request: Asked; onClose: () => void }) {
  const { t, tId } = useTexts();
  const [decision, setDecision] = useState<'done' | 'refused'>('done');
  const [answer, setAnswer] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const send = useChange(api.answerRequest, [DESK]);
  const submit = async () => {
    setProblems({});
    try {
      await send.mutateAsync({ id: request.id, decision, answer });
      onClose();
    } catch (error) {
      setProblems(problemsFromServer(error, t('retention:desk.noAnswer')));
    }
  };
  return (
    <FormPanel
      title={t('retention:desk.formTitle', { name: request.personName ?? t('retention:desk.nobody') })}
      about={
        <>
          <b>{tId(`retention:kind.${request.kind}`)}</b>: {request.words}
        </>
      }
      submit={t('retention:desk.send')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={send.isPending}
      problems={problems}
      labels={{ answer: t('retention:desk.answerField') }}
    >
      <ChoiceInput
        label={t('retention:desk.decision')}
        name="decision"
        value={decision}
        onChange={(next) => setDecision(next === 'refused' ? 'refused' : 'done')}
        choices={[
          { value: 'done', label: t('retention:desk.done') },
          { value: 'refused', label: t('retention:desk.refused') },
        ]}
      />
      <AreaInput
        label={t('retention:desk.answerField')}
        name="answer"
        hint={t('retention:desk.answerHint')}
        rows={4}
        value={answer}
        onChange={setAnswer}
        error={problems.answer}
      />
    </FormPanel>
  );
}
