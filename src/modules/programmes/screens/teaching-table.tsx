import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { untaught } from './group-waits.tsx';
import { api, GROUPS, type GroupCard, TEACHING, todayHere } from './programmes-api.ts';

interface Row {
  id: string;
  module: string;
  teacher: string | null;
  hours: number;
  terms: string | null;
  load: string | null;
}

const schema = contract.endTeaching['~orpc'].inputSchema;

function EndForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const end = useChange(api.endTeaching, [GROUPS, TEACHING]);
  const form = useForm({ initial: { on: todayHere() }, schema, input: (value) => ({ id, ...value }) });
  const label = t('programmes:screen.load.offDay');
  return (
    <FormPanel
      submit={t('programmes:screen.load.offSave')}
      busy={form.busy}
      problems={form.problems}
      labels={{ on: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(end.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={label} />
    </FormPanel>
  );
}

/** Who teaches what this year; modules of the professional cycle without a teacher stand first. */
export function TeachingTable({ group, mayEnd }: { group: GroupCard; mayEnd: boolean }) {
  const { t } = useTexts();
  const { onExport, problem } = useExport<Row>(`${group.code}, ${t('programmes:screen.group.teaching')}`);
  const [ending, setEnding] = useState<string | null>(null);
  const rows: Row[] = [
    ...untaught(group).map((m) => ({
      id: m.id,
      module: `${m.code} ${m.name}`,
      teacher: null,
      hours: m.academicHours,
      terms: null,
      load: null,
    })),
    ...group.teaching
      .filter((row) => row.endedOn === null)
      .map((row) => ({
        id: row.id,
        module: [row.moduleCode, row.moduleName].filter(Boolean).join(' '),
        teacher: row.teacher,
        hours: row.academicHours,
        terms: t(`programmes:screen.load.termsOf.${row.terms}`),
        load: row.id,
      })),
  ];
  const columns: Column<Row>[] = [
    {
      id: 'module',
      title: t('programmes:screen.load.module'),
      value: (row) => row.module,
      names: true,
    },
    {
      id: 'teacher',
      title: t('programmes:screen.load.teacher'),
      value: (row) => row.teacher,
      cell: (row) => row.teacher ?? <span className="dim">{t('programmes:screen.load.none')}</span>,
      card: 'wide',
    },
    {
      id: 'hours',
      title: t('programmes:screen.load.hours'),
      value: (row) => row.hours,
      align: 'end',
      total: 'sum',
    },
    { id: 'terms', title: t('programmes:screen.load.terms'), value: (row) => row.terms ?? '' },
    ...(mayEnd
      ? [
          {
            id: 'off',
            title: t('programmes:screen.load.off'),
            head: <span />,
            sort: false as const,
            value: () => null,
            screenOnly: true as const,
            cell: (row: Row) =>
              row.load && (
                <Button size="s" kind="quiet" onClick={() => setEnding(row.load)}>
                  {t('programmes:screen.load.off')}
                </Button>
              ),
            align: 'end' as const,
            card: 'none' as const,
          },
        ]
      : []),
  ];
  return (
    <>
      {ending && <EndForm key={ending} id={ending} onClose={() => setEnding(null)} />}
      <DataTable
        id="teaching"
        title={t('programmes:screen.load.table', {
          year: `${group.schoolYear}/${String(group.schoolYear + 1).slice(2)}`,
        })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (row.teacher ? 0 : 1)}
        empty={t('programmes:screen.load.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
