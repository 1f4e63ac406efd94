import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilters } from '../../../web/use-filters.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import css from './needs.module.css';
import { api, VACANCIES, type Vacancy } from './needs-api.ts';
import { VacancyLines } from './vacancy-lines.tsx';

const STEP = 100;

/** «45 000–60 000», «от 45 000»: roubles a month. */
function salaryOf({ t, num }: Texts, { salaryMin, salaryMax }: Vacancy): string | null {
  const [from, to] = [salaryMin, salaryMax].map((it) => (it === null ? null : num(Math.round(it / 100))));
  if (from && to) return from === to ? from : `${from}–${to}`;
  if (from) return t('needs:vacancies.from', { value: from });
  return to ? t('needs:vacancies.upTo', { value: to }) : null;
}

/** Cards of vacancies as evidence of demand; each says whether it counts by the rule. */
export default function Vacancies() {
  const texts = useTexts();
  const { t, date } = texts;
  const { values, set } = useFilters(['q', 'counting']);
  const [limit, setLimit] = useState(STEP);
  const search = useDeferredValue(values.q);
  const input = {
    limit,
    offset: 0,
    ...(search ? { search } : {}),
    ...(values.counting ? { counting: true } : {}),
  };
  const read = useRead(VACANCIES, api.listVacancies, input, { placeholderData: (old) => old });
  const { onExport } = useExport<Vacancy>(t('needs:vacancies.title'));
  return (
    <>
      <PageHead
        title={t('needs:vacancies.title')}
        about={t('needs:vacancies.about')}
        actions={
          read.data?.can.edit && (
            <Link to="/imports" search={{ kind: 'vacancies' } as never} className={buttonClass({})}>
              {t('needs:vacancies.upload')}
            </Link>
          )
        }
      />
      <VacancyLines />
      <div className={css.tools}>
        <TextInput
          type="search"
          name="q"
          label={t('needs:vacancies.search')}
          value={values.q}
          onChange={(it) => set('q', it)}
        />
        <label className={css.check}>
          <input
            type="checkbox"
            checked={values.counting !== ''}
            onChange={(event) => set('counting', event.target.checked ? 'yes' : '')}
          />
          {t('needs:vacancies.onlyCounting')}
        </label>
      </div>
      <DataTable
        id="vacancies"
        prefix="v"
        title={t('needs:vacancies.title')}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        server={{ total: read.data?.data.total ?? 0, more: () => setLimit(Math.min(500, limit + STEP)) }}
        onExport={onExport}
        quiet={(row) => !row.counts}
        empty={t('needs:vacancies.empty')}
        columns={[
          {
            id: 'title',
            title: t('needs:vacancies.name'),
            value: (row) => row.title,
            names: true,
            card: 'wide',
          },
          {
            id: 'employer',
            title: t('needs:vacancies.employer'),
            value: (row) => row.employer,
            card: 'wide',
          },
          {
            id: 'occupation',
            title: t('needs:vacancies.occupation'),
            value: (row) => row.occupationName ?? row.occupation,
          },
          { id: 'municipality', title: t('needs:vacancies.municipality'), value: (row) => row.municipality },
          {
            id: 'opened',
            title: t('needs:vacancies.opened'),
            value: (row) => (row.openedOn ? date(row.openedOn) : null),
          },
          { id: 'places', title: t('needs:vacancies.places'), value: (row) => row.workPlaces },
          {
            id: 'salary',
            title: t('needs:vacancies.salary'),
            value: (row) => salaryOf(texts, row),
            cell: (row) => <span className="num">{salaryOf(texts, row) ?? t('web:noData')}</span>,
            align: 'end',
          },
          {
            id: 'counts',
            title: t('needs:vacancies.counts'),
            value: (row) =>
              t(
                row.accepted
                  ? 'needs:vacancies.accepted'
                  : row.closed
                    ? 'needs:vacancies.closed'
                    : row.duplicate
                      ? 'needs:vacancies.duplicate'
                      : row.counts
                        ? 'needs:vacancies.yes'
                        : 'needs:vacancies.no',
              ),
          },
        ]}
      />
    </>
  );
}
