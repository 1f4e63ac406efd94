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
  const form = useForm({
    initial: {
      code: project?.code ?? '',
      name: project?.name ?? '',
      municipalityId: project?.municipalityId ?? '',
      startYear: String(project?.startYear ?? new Date().getFullYear() + 1),
      jobs: String(project?.jobs ?? ''),
      source: project?.source ?? '',
    },
    schema,
    input: (value) => ({
      ...value,
      ...(project ? { id: project.id, rev: project.rev } : {}),
      organisationId: project?.organisationId ?? null,
      municipalityId: value.municipalityId || null,
      jobs: Number(value.jobs.replace(',', '.')),
    }),
  });
  const labels = {
    code: t('needs:projects.code'),
    name: t('needs:projects.name'),
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
