import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilter } from '../../../web/use-filters.ts';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './programmes.module.css';
import { api, CONTINGENT, type ContingentRow } from './programmes-api.ts';

const columnsOf = ({ t }: Texts, college: boolean): Column<ContingentRow>[] => {
  const count = (
    id: 'colleges' | 'groups' | 'studying' | 'onLeave' | 'lost' | 'quota' | 'target' | 'paid' | 'own',
    quiet = false,
  ): Column<ContingentRow> => ({
    id,
    title: t(`programmes:screen.contingent.${id}`),
    value: (row) => row[id],
    align: 'end',
    quiet,
    ...(id !== 'colleges' && { total: 'sum' as const }),
  });
  const names: Column<ContingentRow>[] = [
    {
      id: 'code',
      title: t('programmes:screen.contingent.code'),
      value: (row) => row.code,
      cell: (row) =>
        row.known ? (
          <span className="num">{row.code}</span>
        ) : (
          <StateMark state="remind">
            {row.code} {t('programmes:screen.contingent.unknown')}
          </StateMark>
        ),
      filter: 'text',
      width: 110,
    },
    {
      id: 'name',
      title: t('programmes:screen.contingent.name'),
      value: (row) => row.name,
      names: true,
      filter: 'text',
    },
  ];
  if (!college)
    return [
      ...names,
      count('colleges', true),
      count('groups', true),
      count('studying'),
      count('onLeave'),
      count('lost', true),
      count('quota'),
      count('target'),
      count('paid'),
    ];
  const region = count('studying');
  return [
    ...names,
    count('own'),
    {
      ...region,
      cell: (row) =>
        row.studying === null ? (
          <span className="dim">{t('programmes:screen.contingent.hidden')}</span>
        ) : (
          <Num value={row.studying} />
        ),
    },
    count('colleges', true),
  ];
};

/** Students by programme code, counted; nobody is named here. */
export default function Contingent() {
  const texts = useTexts();
  const { t } = texts;
  const { rights } = useSession();
  const college = rights['programmes.contingent.read'] === 'organisation';
  const [year, setYear] = useFilter('year');
  const read = useRead(CONTINGENT, api.countContingent, year ? { intakeYear: Number(year) } : {}, {
    placeholderData: (old) => old,
  });
  const data = read.data?.data;
  const rows = data?.rows ?? [];
  const columns = useMemo(() => columnsOf(texts, college), [texts, college]);
  const { onExport, problem } = useExport<ContingentRow>(t('programmes:screen.contingent.title'));
  const studying = rows.reduce((total, row) => total + (college ? row.own : (row.studying ?? 0)), 0);
  const source = t('programmes:screen.contingent.source', { on: data?.asOf ?? '2000-01-01' });
  const node = (count: number, noun: string) => ({ count, noun, source });
  return (
    <>
      <PageHead
        title={t('programmes:screen.contingent.title')}
        about={t('programmes:screen.contingent.about')}
      />
      <div className={css.tools}>
        <ChoiceInput
          name="year"
          label={t('programmes:screen.contingent.year')}
          none={t('programmes:screen.contingent.anyYear')}
          value={year}
          onChange={setYear}
          choices={(data?.years ?? []).map((one) => ({ value: String(one), label: String(one) }))}
        />
      </div>
      {data && rows.length > 0 && (
        <div className={css.numbers}>
          <KeyNumbers
            numbers={[
              {
                label: t(
                  college ? 'programmes:screen.contingent.own' : 'programmes:screen.contingent.students',
                ),
                value: <Num value={studying} />,
                origin: {
                  short: source,
                  facts: {
                    nodes: [
                      node(studying, t('programmes:screen.contingent.nounStudents', { count: studying })),
                    ],
                  },
                },
              },
              {
                label: t('programmes:screen.contingent.codes'),
                value: <Num value={rows.length} />,
                origin: {
                  short: source,
                  facts: {
                    nodes: [
                      node(rows.length, t('programmes:screen.contingent.nounCodes', { count: rows.length })),
                    ],
                  },
                },
              },
            ]}
          />
        </div>
      )}
      <DataTable
        id="contingent"
        title={t('programmes:screen.contingent.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        problem={(row) => (row.known ? 0 : 1)}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('programmes:screen.contingent.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
