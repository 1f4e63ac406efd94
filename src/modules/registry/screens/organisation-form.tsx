import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { organisationFields, SIZE_CLASSES } from '../contract.ts';
import { ORGANISATION_KINDS } from '../roles.ts';
import { organisationInput, organisationLabels, organisationTexts } from './organisation-fields.ts';
import { api, type Card, ORGANISATIONS, PLACES, todayHere } from './registry-api.ts';

interface Props {
  card?: Card | undefined;
  onClose: () => void;
  onSaved?: (id: string) => void;
}

/** The card of an organisation, by the server's own schema; a changed name gets the day it holds from. */
export function OrganisationForm({ card, onClose, onSaved }: Props) {
  const { t } = useTexts();
  const places = useRead(PLACES, api.listMunicipalities, {});
  const save = useChange(api.saveOrganisation, [ORGANISATIONS]);
  const form = useForm({
    initial: { ...organisationTexts(card), nameFrom: todayHere() },
    schema: organisationFields,
    input: ({ nameFrom, ...value }) => ({
      ...organisationInput(value),
      ...(card ? { id: card.id, rev: card.rev, nameFrom } : {}),
    }),
  });
  const labels = { ...organisationLabels(t), nameFrom: t('registry:card.nameFrom') };
  const renamed = card && (card.fullName !== form.value.fullName || card.shortName !== form.value.shortName);
  return (
    <FormPanel
      title={t(card ? 'registry:card.editTitle' : 'registry:card.newTitle')}
      submit={t('registry:card.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        let id = '';
        const send = async (input: Parameters<typeof api.saveOrganisation>[0]) => {
          id = (await save.mutateAsync(input)).data.id;
        };
        if (await form.submit(send)) (onSaved ?? onClose)(id);
      }}
    >
      <TextInput {...form.field('fullName')} label={labels.fullName} />
      <TextInput {...form.field('shortName')} label={labels.shortName} hint={t('registry:card.shortHint')} />
      {renamed && (
        <TextInput
          {...form.field('nameFrom')}
          type="date"
          label={labels.nameFrom}
          hint={t('registry:card.nameFromHint')}
        />
      )}
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={ORGANISATION_KINDS.map((value) => ({ value, label: t(`registry:kind.${value}`) }))}
      />
      <TextInput {...form.field('inn')} inputMode="numeric" label={labels.inn} optional />
      <TextInput {...form.field('kpp')} inputMode="numeric" label={labels.kpp} optional />
      <TextInput {...form.field('ogrn')} inputMode="numeric" label={labels.ogrn} optional />
      <TextInput {...form.field('okved')} label={labels.okved} optional />
      <ChoiceInput
        {...form.field('municipalityId')}
        label={labels.municipalityId}
        none={t('registry:card.none')}
        choices={(places.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput {...form.field('address')} label={labels.address} optional />
      <TextInput {...form.field('lat')} inputMode="decimal" label={labels.lat} optional />
      <TextInput {...form.field('lon')} inputMode="decimal" label={labels.lon} optional />
      <ChoiceInput
        {...form.field('sizeClass')}
        label={labels.sizeClass}
        none={t('registry:card.none')}
        choices={SIZE_CLASSES.map((value) => ({ value, label: t(`registry:size.${value}`) }))}
      />
      <TextInput {...form.field('headcount')} inputMode="numeric" label={labels.headcount} optional />
      <ChoiceInput
        {...form.field('accessClass')}
        label={labels.accessClass}
        hint={t('registry:card.accessHint')}
        choices={(['open', 'restricted'] as const).map((value) => ({
          value,
          label: t(`registry:access.${value}`),
        }))}
      />
    </FormPanel>
  );
}
