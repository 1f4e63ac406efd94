import { useDeferredValue, useState } from 'react';
import { apiOf, useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract as registry } from '../../registry/contract.ts';
import { contract } from '../contract.ts';
import { api, EXPERTS } from './experts-api.ts';

const houses = apiOf({ listOrganisations: registry.listOrganisations });

/** A person enters the base: name, where the person works, whether for employers. */
export function ExpertForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words);
  const found = useRead(['registry', 'organisations', 'expert'], houses.listOrganisations, {
    limit: 30,
    offset: 0,
    ...(search ? { search } : {}),
  });
  const save = useChange(api.saveExpert, [EXPERTS]);
  const form = useForm({
    initial: { surname: '', givenName: '', patronymic: '', organisationId: '', post: '', ofEmployers: 'no' },
    schema: contract.saveExpert['~orpc'].inputSchema,
    input: ({ surname, givenName, patronymic, organisationId, post, ofEmployers }) => ({
      person: { surname, givenName, patronymic: patronymic || null },
      organisationId: organisationId || null,
      post: post || null,
      ofEmployers: ofEmployers === 'yes',
    }),
  });
  const labels: Record<string, string> = {
    'person.surname': t('specialists:screen.expertForm.surname'),
    'person.givenName': t('specialists:screen.expertForm.givenName'),
    'person.patronymic': t('specialists:screen.expertForm.patronymic'),
    organisationId: t('specialists:screen.expertForm.organisation'),
    post: t('specialists:screen.expertForm.post'),
    ofEmployers: t('specialists:screen.expertForm.ofEmployers'),
  };
  const inPerson = (name: 'surname' | 'givenName' | 'patronymic') => ({
    ...form.field(name),
    name: `person.${name}`,
    label: labels[`person.${name}`],
    error: form.problems[`person.${name}`],
  });
  return (
    <FormPanel
      title={t('specialists:screen.expertForm.title')}
      submit={t('specialists:screen.expertForm.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <TextInput {...inPerson('surname')} />
      <TextInput {...inPerson('givenName')} />
      <TextInput {...inPerson('patronymic')} optional />
      <TextInput
        type="search"
        name="organisation-search"
        label={t('registry:organisations.search')}
        value={words}
        onChange={setWords}
      />
      <ChoiceInput
        {...form.field('organisationId')}
        label={labels.organisationId}
        none={t('registry:card.none')}
        choices={(found.data?.data.rows ?? []).map((row) => ({ value: row.id, label: row.shortName }))}
      />
      <TextInput {...form.field('post')} label={labels.post} optional />
      <ChoiceInput
        {...form.field('ofEmployers')}
        label={labels.ofEmployers}
        choices={[
          { value: 'no', label: t('specialists:screen.expertForm.no') },
          { value: 'yes', label: t('specialists:screen.expertForm.yes') },
        ]}
      />
    </FormPanel>
  );
}
