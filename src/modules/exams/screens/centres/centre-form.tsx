import { useDeferredValue, useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { useForm } from '../../../../web/widgets/use-form.ts';
import { contract } from '../../contract.ts';
import { api } from '../exams-api.ts';
import room from '../rooms.module.css';
import { CENTRES, type CentreRow, listMunicipalities, listOrganisations } from '../rooms-api.ts';

interface Props {
  centre: CentreRow | null;
  /** Whether the actor enters centres of any organisation. */
  anyone: boolean;
  onClose: () => void;
}

export function CentreForm({ centre, anyone, onClose }: Props) {
  const { t } = useTexts();
  const save = useChange(api.saveCentre, [CENTRES]);
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const organisations = useRead(
    ['exams', 'organisations'],
    listOrganisations,
    { limit: 30, offset: 0, ...(search ? { search } : {}) },
    { enabled: anyone && !centre },
  );
  const municipalities = useRead(['exams', 'municipalities'], listMunicipalities, {});
  const form = useForm({
    initial: {
      organisationId: '',
      name: centre?.name ?? '',
      address: centre?.address ?? '',
      municipalityId: centre?.municipalityId ?? '',
      workplaces: String(centre?.workplaces ?? ''),
      video: centre?.video ?? false,
      closedOn: centre?.closedOn ?? '',
    },
    schema: contract.saveCentre['~orpc'].inputSchema,
    input: (value) => ({
      ...(centre ? { id: centre.id, rev: centre.rev } : {}),
      ...(value.organisationId ? { organisationId: value.organisationId } : {}),
      name: value.name,
      address: value.address,
      municipalityId: value.municipalityId || null,
      workplaces: Number(value.workplaces),
      video: value.video,
      closedOn: value.closedOn || null,
    }),
  });
  const labels = {
    organisationId: t('exams:rooms.centres.organisation'),
    name: t('exams:rooms.centres.name'),
    address: t('exams:rooms.centres.address'),
    municipalityId: t('exams:rooms.centres.municipality'),
    workplaces: t('exams:rooms.centres.places'),
    closedOn: t('exams:rooms.centres.closedOn'),
  };
  return (
    <FormPanel
      title={t('exams:rooms.centres.formTitle')}
      submit={t('exams:rooms.centres.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      {anyone && !centre && (
        <>
          <TextInput
            type="search"
            name="organisation-search"
            label={t('exams:rooms.centres.organisationFind')}
            value={words}
            onChange={setWords}
          />
          <ChoiceInput
            {...form.field('organisationId')}
            label={labels.organisationId}
            none={t('exams:rooms.choose')}
            choices={(organisations.data?.data.rows ?? []).map(({ id, shortName }) => ({
              value: id,
              label: shortName,
            }))}
          />
        </>
      )}
      <TextInput {...form.field('name')} label={labels.name} />
      <TextInput {...form.field('address')} label={labels.address} />
      <ChoiceInput
        {...form.field('municipalityId')}
        label={labels.municipalityId}
        none={t('exams:rooms.choose')}
        choices={(municipalities.data?.data.rows ?? []).map(({ id, shortName }) => ({
          value: id,
          label: shortName,
        }))}
        optional
      />
      <TextInput {...form.field('workplaces')} inputMode="numeric" label={labels.workplaces} />
      <TextInput {...form.field('closedOn')} type="date" label={labels.closedOn} optional />
      <div className={`${room.checks} ${room.whole}`}>
        <label>
          <input
            type="checkbox"
            checked={form.value.video}
            onChange={(event) => form.set('video', event.target.checked)}
          />
          {t('exams:rooms.centres.withVideo')}
        </label>
      </div>
    </FormPanel>
  );
}
