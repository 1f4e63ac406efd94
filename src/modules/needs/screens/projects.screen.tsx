import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { api, PROJECTS, type Project } from './needs-api.ts';
import { ProjectForm } from './project-form.tsx';

/** Investment projects: how many jobs each brings, and how many of them are told by occupation. */
export default function Projects() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Project | 'new' | null>(null);
  const read = useRead(PROJECTS, api.listProjects, { limit: 500, offset: 0 });
  const { onExport } = useExport<Project>(t('needs:projects.title'));
  const rows = read.data?.data.rows ?? [];
  const mayEdit = read.data?.can.edit ?? false;
  const add = (
    <Button kind="main" icon="plus" onClick={() => setOpen('new')}>
      {t('needs:projects.add')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('needs:projects.title')}
        about={t('needs:projects.about')}
        actions={mayEdit && open === null && rows.length > 0 && add}
      />
      {open && (
        <ProjectForm
          key={open === 'new' ? 'new' : open.id}
          project={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
      <DataTable
        id="projects"
        title={t('needs:projects.title')}
        rows={rows}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('needs:projects.empty')}
        emptyAction={mayEdit && open === null && add}
        onExport={onExport}
        problem={(row) => (row.statedJobs < row.jobs ? 1 : 0)}
        columns={[
          {
            id: 'name',
            title: t('needs:projects.name'),
            value: (row) => row.name,
            names: true,
            card: 'wide',
            cell: (row) =>
              mayEdit ? (
                <Button
                  kind="quiet"
                  size="s"
                  onClick={() => setOpen(row)}
                  aria-label={`${t('needs:projects.change')}: ${row.name}`}
                >
                  {row.name}
                </Button>
              ) : (
                row.name
              ),
          },
          {
            id: 'enterprise',
            title: t('needs:projects.enterprise'),
            value: (row) => row.organisation,
            card: 'wide',
            filter: 'text',
          },
          {
            id: 'municipality',
            title: t('needs:projects.municipality'),
            value: (row) => row.municipality,
            card: 'wide',
            filter: 'choice',
          },
          {
            id: 'start',
            title: t('needs:projects.start'),
            value: (row) => String(row.startYear),
            align: 'end',
          },
          { id: 'jobs', title: t('needs:projects.jobs'), value: (row) => row.jobs, total: 'sum' },
          { id: 'stated', title: t('needs:projects.stated'), value: (row) => row.statedJobs, total: 'sum' },
          {
            id: 'source',
            title: t('needs:projects.source'),
            value: (row) => row.source,
            quiet: true,
            optional: true,
          },
        ]}
      />
    </>
  );
}
