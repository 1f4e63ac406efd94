import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import css from './programmes.module.css';
import type { ImportPreview } from './programmes-api.ts';

type Report = ImportPreview['report'];
type Same = { row: number; personId: string };

type Line = Pick<Report['refused'][number], 'cell' | 'what'> & { refused: boolean };

interface Props {
  report: Report;
  /** Rows a person has said are people the registry knows. */
  same: Same[];
  onSame: (next: Same[]) => void;
}

const SHOWN = 8;

/** What is said alike of many rows is said once; who may be the same person is asked one by one. */
function gathered(proposals: Report['proposals']) {
  const lines = new Map<string, Report['proposals'][number] & { key: string; cells: string[] }>();
  for (const one of proposals) {
    const key = `${one.personId ? one.cell : ''} ${one.what.id} ${JSON.stringify(one.what.params)}`;
    const line = lines.get(key);
    if (line) line.cells.push(one.cell);
    else lines.set(key, { ...one, key, cells: [one.cell] });
  }
  return [...lines.values()];
}

/** Remarks by row and cell, refused first, and what somebody should look at. */
export function UploadRemarks({ report, same, onSame }: Props) {
  const { t, tId } = useTexts();
  const { onExport, problem } = useExport<Line>(t('programmes:screen.upload.remarks'));
  const lines = (remarks: Report['refused'], refused: boolean): Line[] =>
    remarks.flatMap(({ cell, what, also = [] }) =>
      [{ cell, what }, ...also].map((one) => ({ ...one, refused })),
    );
  const rows = [...lines(report.refused, true), ...lines(report.repaired, false)];
  if (rows.length === 0 && report.proposals.length === 0)
    return <p className="dim">{t('programmes:screen.upload.clean')}</p>;
  return (
    <>
      {rows.length > 0 && (
        <DataTable
          id="remarks"
          title={t('programmes:screen.upload.remarks')}
          rows={rows}
          rowKey={(row) => `${row.cell} ${row.what.id} ${JSON.stringify(row.what.params)}`}
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
              title: t('programmes:screen.upload.result'),
              sort: false,
              value: (row) =>
                t(row.refused ? 'programmes:screen.upload.refused' : 'programmes:screen.upload.repaired'),
              quiet: true,
            },
          ]}
          onExport={onExport}
        />
      )}
      {problem && <p role="alert">{problem}</p>}
      {report.proposals.length > 0 && (
        <section aria-labelledby="proposals">
          <SectionHead id="proposals" title={t('programmes:screen.upload.proposals')} />
          <ul>
            {gathered(report.proposals).map(({ key, cells, what, row, personId }) => (
              <li key={key} className={css.proposal}>
                <span>
                  <b className="num">
                    {cells.length > SHOWN
                      ? t('programmes:screen.upload.cells', {
                          cells: cells.slice(0, SHOWN).join(', '),
                          count: cells.length - SHOWN,
                        })
                      : cells.join(', ')}
                  </b>{' '}
                  {tId(what.id, what.params)}
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
