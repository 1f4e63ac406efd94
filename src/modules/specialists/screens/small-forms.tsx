import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, MENTORS, todayHere } from './specialists-api.ts';

/** «Справка предъявлена»: number and day. */
export function ClearanceForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteClearance, [MENTORS]);
  const form = useForm({
    initial: { number: '', on: todayHere() },
    schema: contract.noteClearance['~orpc'].inputSchema,
    input: (value) => ({ id, ...value }),
  });
  const labels = {
    number: t('specialists:screen.clearanceForm.number'),
    on: t('specialists:screen.clearanceForm.on'),
  };
  return (
    <FormPanel
      title={t('specialists:screen.clearanceForm.title')}
      about={t('specialists:screen.clearanceForm.about')}
      submit={t('specialists:screen.clearanceForm.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('number')} label={labels.number} />
      <TextInput {...form.field('on')} type="date" label={labels.on} />
    </FormPanel>
  );
}

/** Stops an order early. */
export function NoticeForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const stop = useChange(api.giveNotice, [MENTORS]);
  const form = useForm({
    initial: { lastDay: '', reason: '' },
    schema: contract.giveNotice['~orpc'].inputSchema,
    input: (value) => ({ id, ...value }),
  });
  const labels = {
    lastDay: t('specialists:screen.notice.lastDay'),
    reason: t('specialists:screen.notice.reason'),
  };
  return (
    <FormPanel
      title={t('specialists:screen.notice.title')}
      about={t('specialists:screen.notice.about')}
      submit={t('specialists:screen.notice.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(stop.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('lastDay')} type="date" label={labels.lastDay} />
      <TextInput {...form.field('reason')} label={labels.reason} />
    </FormPanel>
  );
}
