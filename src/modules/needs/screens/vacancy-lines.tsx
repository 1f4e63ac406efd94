import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './needs.module.css';
import { api, LINES, VACANCIES, type VacancyLine } from './needs-api.ts';

const keyOf = ({ organisationId, municipalityId, occupation }: VacancyLine) => ({
  organisationId,
  municipalityId,
  occupation,
});
/** One press takes no more than a person can answer for. */
const AT_ONCE = 500;

/** What the rule would make of vacancies: shown with its terms, done by a person's word. */
export function VacancyLines() {
  const { t, date } = useTexts();
  const [said, setSaid] = useState('');
  const read = useRead([...VACANCIES, 'lines'], api.listVacancyLines, {});
  const accept = useChange(api.acceptVacancyLines, [VACANCIES, LINES]);
  const { onExport } = useExport<VacancyLine>(t('needs:vacancies.lines'));
  const data = read.data?.data;
  if (!data) return null;
  const may = read.data?.can.accept ?? false;
  const take = (lines: VacancyLine[]) =>
    accept.mutate(
      { lines: lines.map(keyOf) },
      { onSuccess: ({ data: done }) => setSaid(t('needs:vacancies.done', done)) },
    );
  const { openDays: days, placesCap: cap } = data.rule;
  const terms = t('needs:vacancies.linesNote', { days, cap, year: data.year });
  const covered = data.covered > 0 ? t('needs:vacancies.covered', { count: data.covered }) : '';
  const act: Column<VacancyLine> = {
    id: 'act',
    title: t('needs:vacancies.act'),
    value: () => null,
    screenOnly: true,
    card: 'wide',
    cell: (row) => (
      <Button size="s" kind="quiet" busy={accept.isPending} onClick={() => take([row])}>
        {t('needs:vacancies.accept')}
      </Button>
    ),
  };
  return (
    <>
      <DataTable
        id="vacancy-lines"
        prefix="n"
        title={t('needs:vacancies.lines')}
        note={`${terms} ${covered}`.trim()}
        rows={data.rows}
        rowKey={(row) => `${row.organisationId}/${row.municipalityId}/${row.occupation}`}
        onExport={onExport}
        empty={t('needs:vacancies.noLines')}
        tools={
          may &&
          data.rows.length > 1 && (
            <Button size="s" busy={accept.isPending} onClick={() => take(data.rows.slice(0, AT_ONCE))}>
              {t('needs:vacancies.acceptAll', { count: Math.min(AT_ONCE, data.rows.length) })}
            </Button>
          )
        }
        columns={[
          {
            id: 'enterprise',
            title: t('needs:lines.enterprise'),
            value: (row) => row.organisation,
            names: true,
            card: 'wide',
          },
          {
            id: 'occupation',
            title: t('needs:lines.occupation'),
            value: (row) => row.occupationName ?? row.occupation,
            card: 'wide',
          },
          {
            id: 'place',
            title: t('needs:lines.municipality'),
            value: (row) => row.municipality,
            card: 'wide',
          },
          { id: 'places', title: t('needs:vacancies.places'), value: (row) => row.places },
          { id: 'cards', title: t('needs:vacancies.cards'), value: (row) => row.cards },
          { id: 'oldest', title: t('needs:vacancies.oldest'), value: (row) => date(row.oldestOn) },
          ...(may ? [act] : []),
        ]}
      />
      {said && (
        <p className={css.said} role="status">
          <StateMark state="done">{said}</StateMark>
        </p>
      )}
      {accept.isError && (
        <p className={css.said} role="alert">
          <StateMark state="blocks">{accept.error.message}</StateMark>
        </p>
      )}
    </>
  );
}
