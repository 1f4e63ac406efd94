import { useTexts } from '../../../web/text.ts';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import css from './programmes.module.css';
import type { ImportPreview } from './programmes-api.ts';

type Report = ImportPreview['report'];
type Same = { row: number; personId: string };

interface Props {
  report: Report;
  /** Rows a person has said are people the registry knows. */
  same: Same[];
  onSame: (next: Same[]) => void;
}

/** Remarks by row and cell, refused first, and what somebody should look at. */
export function UploadRemarks({ report, same, onSame }: Props) {
  const { t, tId } = useTexts();
  const level = (refused: boolean) => (one: Report['refused'][number]) => ({ ...one, refused });
  const rows = [...report.refused.map(level(true)), ...report.repaired.map(level(false))];
  if (rows.length === 0 && report.proposals.length === 0)
    return <p className="dim">{t('programmes:screen.upload.clean')}</p>;
  return (
    <>
      {rows.length > 0 && (
        <DataTable
          id="remarks"
          title={t('programmes:screen.upload.remarks')}
          rows={rows}
          rowKey={(row) => `${row.cell} ${row.what.id} ${row.refused}`}
          problem={(row) => (row.refused ? 1 : 0)}
          empty=""
          columns={[
            {
              id: 'cell',
              title: t('programmes:screen.upload.cell'),
              value: (row) => row.cell,
              names: true,
              width: 110,
            },
            {
              id: 'what',
              title: t('programmes:screen.upload.what'),
              value: (row) => tId(row.what.id, row.what.params),
              cell: (row) => (
                <StateMark state={row.refused ? 'blocks' : 'done'}>
                  {tId(row.what.id, row.what.params)}
                </StateMark>
              ),
              card: 'wide',
            },
            {
              id: 'end',
              title: '',
              sort: false,
              value: (row) =>
                t(row.refused ? 'programmes:screen.upload.refused' : 'programmes:screen.upload.repaired'),
              quiet: true,
            },
          ]}
        />
      )}
      {report.proposals.length > 0 && (
        <section aria-labelledby="proposals">
          <SectionHead id="proposals" title={t('programmes:screen.upload.proposals')} />
          <ul>
            {report.proposals.map(({ row, cell, what, personId }) => (
              <li key={`${cell} ${what.id}`} className={css.proposal}>
                <span>
                  <b className="num">{cell}</b> {tId(what.id, what.params)}
                </span>
                {personId && (
                  <label className={css.check}>
                    <input
                      type="checkbox"
                      checked={same.some((one) => one.row === row)}
                      onChange={(event) =>
                        onSame(
                          event.target.checked
                            ? [...same, { row, personId }]
                            : same.filter((one) => one.row !== row),
                        )
                      }
                    />
                    {t('programmes:screen.upload.same')}
                  </label>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
