import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';

export interface RemarkRow {
  row: number;
  cell: string | null;
  what: string;
  level: 'repaired' | 'refused';
}

interface Props {
  id?: string;
  title: string;
  remarks: RemarkRow[];
  empty: string;
}

/** What is said of a file, by row and cell; what stays outside stands first. */
export function Remarks({ id = 'remarks', title, remarks, empty }: Props) {
  const { t } = useTexts();
  const { onExport } = useExport<RemarkRow>(title);
  return (
    <DataTable
      id={id}
      prefix={id}
      title={title}
      rows={remarks}
      rowKey={(row) => `${row.level}/${row.row}/${row.cell}`}
      problem={(row) => (row.level === 'refused' ? 1 : 0)}
      onExport={onExport}
      empty={empty}
      columns={[
        { id: 'row', title: t('needs:upload.row'), value: (row) => row.row, names: true },
        { id: 'cell', title: t('needs:upload.cell'), value: (row) => row.cell ?? t('needs:upload.wholeRow') },
        {
          id: 'what',
          title: t('needs:upload.what'),
          value: (row) => row.what,
          cell: (row) => (
            <StateMark state={row.level === 'refused' ? 'blocks' : 'done'}>{row.what}</StateMark>
          ),
          card: 'wide',
        },
      ]}
    />
  );
}
