import { useDeferredValue, useState } from 'react';
import { apiOf, useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract as registry } from '../../registry/contract.ts';
import { contract } from '../contract.ts';
import { api, PROJECTS, type Project } from './needs-api.ts';

const schema = contract.saveProject['~orpc'].inputSchema;
const places = apiOf(registry);

/** Adds a project or changes one; a number of jobs is whole. */
export function ProjectForm({ project, onClose }: { project: Project | null; onClose: () => void }) {
  const { t } = useTexts();
  const save = useChange(api.saveProject, [PROJECTS]);
  const municipalities = useRead(['registry', 'places'], places.listMunicipalities, {});
  const [search, setSearch] = useState('');
  const words = useDeferredValue(search.trim());
  const enterprises = useRead(['registry', 'enterprises'], places.listOrganisations, {
    kind: 'enterprise' as const,
    limit: 100,
    offset: 0,
    ...(words ? { search: words } : {}),
  });
  const found = (enterprises.data?.data.rows ?? []).map(({ id, shortName }) => ({
    value: id,
    label: shortName,
  }));
  const own =
    project?.organisationId && project.organisation
      ? [{ value: project.organisationId, label: project.organisation }]
      : [];
  const choices = [...own, ...found.filter((it) => it.value !== project?.organisationId)];
  const form = useForm({
    initial: {
      code: project?.code ?? '',
      name: project?.name ?? '',
      organisationId: project?.organisationId ?? '',
      municipalityId: project?.municipalityId ?? '',
      startYear: String(project?.startYear ?? new Date().getFullYear() + 1),
      jobs: String(project?.jobs ?? ''),
      source: project?.source ?? '',
    },
    schema,
    input: (value) => ({
      ...value,
      ...(project ? { id: project.id, rev: project.rev } : {}),
      organisationId: value.organisationId || null,
      municipalityId: value.municipalityId || null,
      jobs: Number(value.jobs.replace(',', '.')),
    }),
  });
  const labels = {
    code: t('needs:projects.code'),
    name: t('needs:projects.name'),
    organisationId: t('needs:projects.enterprise'),
    municipalityId: t('needs:projects.municipality'),
    startYear: t('needs:projects.start'),
    jobs: t('needs:projects.jobs'),
    source: t('needs:projects.source'),
  };
  const send = async () => {
    if (await form.submit((input) => save.mutateAsync(input))) onClose();
  };
  return (
    <FormPanel
      title={project?.name ?? t('needs:projects.add')}
      submit={t('needs:projects.save')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
    >
      <TextInput label={labels.name} {...form.field('name')} />
      <TextInput label={labels.code} {...form.field('code')} />
      <TextInput
        name="enterprise"
        type="search"
        label={t('needs:projects.findEnterprise')}
        value={search}
        onChange={setSearch}
        optional
      />
      <ChoiceInput
        label={labels.organisationId}
        none={t('needs:projects.noEnterprise')}
        choices={choices}
        {...form.field('organisationId')}
      />
      <ChoiceInput
        label={labels.municipalityId}
        none={t('needs:projects.anyPlace')}
        choices={(municipalities.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('municipalityId')}
      />
      <TextInput label={labels.startYear} inputMode="numeric" {...form.field('startYear')} />
      <TextInput label={labels.jobs} inputMode="numeric" {...form.field('jobs')} />
      <TextInput label={labels.source} {...form.field('source')} />
    </FormPanel>
  );
}
