import { useMemo } from 'react';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { PRACTICE_KINDS } from '../rules/practice-share.ts';
import css from './programmes.module.css';
import type { ProgrammeCard } from './programmes-api.ts';

type Module = ProgrammeCard['modules'][number];

const practiceOf = (row: Module) =>
  PRACTICE_KINDS.includes(row.kind) ? row.academicHours : row.practiceHours;

const columnsOf = ({ t, tId }: Texts): Column<Module>[] => [
  {
    id: 'code',
    title: t('programmes:screen.programme.code'),
    value: (row) => row.code,
    width: 110,
    quiet: true,
  },
  {
    id: 'name',
    title: t('programmes:screen.programme.module'),
    value: (row) => row.name,
    names: true,
  },
  {
    id: 'hours',
    title: t('programmes:screen.programme.academicHours'),
    value: (row) => row.academicHours,
    align: 'end',
    total: 'sum',
  },
  {
    id: 'practice',
    title: t('programmes:screen.programme.practiceHours'),
    value: practiceOf,
    align: 'end',
    total: 'sum',
  },
  {
    id: 'competences',
    title: t('programmes:screen.programme.competences'),
    value: (row) => row.competences.join(', '),
    quiet: true,
    card: 'wide',
  },
  {
    id: 'kind',
    title: t('programmes:screen.programme.kind'),
    value: (row) => tId(`programmes:screen.kind.${row.kind}`),
    optional: true,
  },
];

/** The plan of one version under its cycles; what the number of practice is made of. */
export function PlanTable({ card, onVersion }: { card: ProgrammeCard; onVersion: (id: string) => void }) {
  const texts = useTexts();
  const { t, tId, date } = texts;
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<Module>(`${card.code} ${card.name}`);
  return (
    <>
      {card.versions.length > 1 && (
        <div className={css.tools}>
          <ChoiceInput
            name="version"
            label={t('programmes:screen.programme.version')}
            value={card.shownVersionId ?? ''}
            onChange={onVersion}
            choices={card.versions.map(({ id, title, from }) => ({
              value: id,
              label: from ? t('programmes:screen.programme.versionSpan', { title, from: date(from) }) : title,
            }))}
          />
        </div>
      )}
      <DataTable
        id="plan"
        title={t('programmes:screen.programme.plan')}
        columns={columns}
        rows={card.modules}
        rowKey={(row) => row.id}
        group={(row) => ({ id: row.kind, title: tId(`programmes:screen.kind.${row.kind}`) })}
        look="dense"
        empty={t('programmes:screen.programme.noModules')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
