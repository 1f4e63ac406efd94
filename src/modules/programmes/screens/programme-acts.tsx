import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, PROGRAMMES, todayHere } from './programmes-api.ts';

const copySchema = contract.copyVersion['~orpc'].inputSchema;
const closeSchema = contract.closeProgramme['~orpc'].inputSchema;

/** Last year's plan from a new day, in one click and a date. */
export function RepeatForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const copy = useChange(api.copyVersion, [PROGRAMMES]);
  const next = Number(todayHere().slice(0, 4)) + 1;
  const form = useForm({
    initial: { title: String(next), from: `${next}-09-01` },
    schema: copySchema,
    input: (value) => ({ programmeId: id, ...value }),
  });
  const labels = {
    title: t('programmes:screen.programme.repeatTitle'),
    from: t('programmes:screen.programme.repeatFrom'),
  };
  return (
    <FormPanel
      title={t('programmes:screen.programme.repeat')}
      submit={t('programmes:screen.programme.repeatSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(copy.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('title')} label={labels.title} />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
    </FormPanel>
  );
}

export function CloseForm({ id, rev, onClose }: { id: string; rev: number; onClose: () => void }) {
  const { t } = useTexts();
  const close = useChange(api.closeProgramme, [PROGRAMMES]);
  const form = useForm({
    initial: { on: todayHere() },
    schema: closeSchema,
    input: (value) => ({ id, rev, ...value }),
  });
  const label = t('programmes:screen.programme.closeOn');
  return (
    <FormPanel
      title={t('programmes:screen.programme.close')}
      about={t('programmes:screen.programme.closeAbout')}
      submit={t('programmes:screen.programme.closeSave')}
      busy={form.busy}
      problems={form.problems}
      labels={{ on: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(close.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={label} />
    </FormPanel>
  );
}
