import { useMemo } from 'react';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import type { Round } from './round-api.ts';

type Group = Round['plans'][number];

/** Groups of the distribution: who has sent a list, who has a place. A college sees its own. */
export function RoundGroups({ round }: { round: Round }) {
  const { t } = useTexts();
  const columns = useMemo(
    (): Column<Group>[] => [
      {
        id: 'group',
        title: t('practice:round.screen.card.group'),
        value: (row) => row.group,
        names: true,
        filter: 'text',
      },
      {
        id: 'college',
        title: t('practice:round.screen.card.collegeName'),
        value: (row) => row.college,
        filter: 'choice',
        card: 'wide',
      },
      {
        id: 'title',
        title: t('practice:round.screen.list.name'),
        value: (row) => row.title,
        quiet: true,
        card: 'wide',
      },
      {
        id: 'students',
        title: t('practice:round.screen.card.students'),
        value: (row) => row.students,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'ranked',
        title: t('practice:round.screen.card.ranked'),
        value: (row) => row.ranked,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'placed',
        title: t('practice:round.screen.card.placed'),
        value: (row) => row.placed,
        align: 'end',
        total: 'sum',
      },
    ],
    [t],
  );
  const { onExport } = useExport<Group>(`${round.title}, ${t('practice:round.screen.card.groups')}`);
  return (
    <DataTable
      id="round-groups"
      title={t('practice:round.screen.card.groups')}
      columns={columns}
      rows={round.plans}
      rowKey={(row) => row.id}
      problem={(row) => row.students - row.ranked}
      empty={t('practice:round.screen.watch.empty')}
      onExport={onExport}
    />
  );
}
