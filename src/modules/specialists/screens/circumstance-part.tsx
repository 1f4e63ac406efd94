import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, MY_EXPERT } from './experts-api.ts';

const EMPTY = { surname: '', givenName: '', birthDate: '' };

/** A near relative who may sit an exam: said once, seen by the conflict engine alone. */
export function CircumstancePart({ count }: { count: number }) {
  const { t } = useTexts();
  const tell = useChange(api.declareCircumstance, [MY_EXPERT]);
  const form = useForm({
    initial: EMPTY,
    schema: contract.declareCircumstance['~orpc'].inputSchema,
    input: ({ birthDate, ...name }) => ({ ...name, birthDate: birthDate || null }),
  });
  const labels = {
    surname: t('specialists:screen.myExpert.surname'),
    givenName: t('specialists:screen.myExpert.givenName'),
    birthDate: t('specialists:screen.myExpert.birthDate'),
  };
  const said = count > 0 ? ` ${t('specialists:screen.myExpert.toldCount', { count })}` : '';
  return (
    <FormPanel
      title={t('specialists:screen.myExpert.circumstance')}
      about={`${t('specialists:screen.myExpert.circumstanceAbout')}${said}`}
      submit={t('specialists:screen.myExpert.tell')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onSubmit={async () => {
        if (await form.submit(tell.mutateAsync)) form.setValue(EMPTY);
      }}
    >
      <TextInput {...form.field('surname')} label={labels.surname} />
      <TextInput {...form.field('givenName')} label={labels.givenName} />
      <TextInput {...form.field('birthDate')} type="date" label={labels.birthDate} optional />
    </FormPanel>
  );
}
