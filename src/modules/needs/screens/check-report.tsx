import type { ReactNode } from 'react';
import { useTexts } from '../../../web/text.ts';
import { Num } from '../../../web/widgets/num.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import type { Checked } from './check-api.ts';
import css from './needs.module.css';
import { type RemarkRow, Remarks } from './remarks.tsx';
import { totalName } from './total-name.ts';

const rowsOf = (checked: Checked): { refused: RemarkRow[]; repaired: RemarkRow[] } => ({
  refused: checked.refused.flatMap(({ row, cell = null, why, also = [] }) => [
    { row, cell, what: why, level: 'refused' as const },
    ...also.map((it) => ({ row, cell: it.cell ?? null, what: it.what, level: 'refused' as const })),
  ]),
  repaired: checked.repaired.flatMap(({ row, cell = null, what, also = [] }) => [
    { row, cell, what, level: 'repaired' as const },
    ...also.map((it) => ({ row, cell: it.cell ?? null, what: it.what, level: 'repaired' as const })),
  ]),
});

/** What was found in the file: counts, what to mend, what was mended, totals before and after. */
export function CheckReport({
  checked,
  name,
  children,
}: {
  checked: Checked;
  name: string;
  children: ReactNode;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { refused, repaired } = rowsOf(checked);
  const totals = Object.entries(checked.totals).map(([column, it]) => ({ column, ...it }));
  const counts = [
    [t('needs:check.rows'), checked.rows],
    [t('needs:check.clean'), checked.imported],
    [t('needs:check.repaired'), checked.counts.repaired],
    [t('needs:check.refused'), checked.counts.refused],
  ] as const;
  return (
    <>
      <SectionHead title={name} note={t('needs:check.kind', { kind: t(`needs:kindName.${checked.kind}`) })} />
      <dl className={`panel ${css.counts}`}>
        {counts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Num value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {checked.notes.map((it) => (
        <p key={it.text} className={css.said}>
          <StateMark state="remind">{it.text}</StateMark>
        </p>
      ))}
      <div className={css.acts}>{children}</div>
      <Remarks
        id="errors"
        title={t('needs:check.errors')}
        remarks={refused}
        empty={t('needs:check.noErrors')}
      />
      <Remarks
        id="repairs"
        title={t('needs:check.repairs')}
        remarks={repaired}
        empty={t('needs:check.noRepairs')}
      />
      {checked.proposals.length > 0 && (
        <DataTable
          id="proposals"
          prefix="proposals"
          title={t('needs:check.proposals')}
          rows={checked.proposals}
          rowKey={(row) => row.text}
          empty=""
          columns={[
            { id: 'text', title: t('needs:check.text'), value: (row) => row.text, names: true, card: 'wide' },
            { id: 'rows', title: t('needs:check.rows'), value: (row) => row.rows },
          ]}
        />
      )}
      {totals.length > 0 && (
        <DataTable
          id="totals"
          prefix="totals"
          title={t('needs:check.totals')}
          rows={totals}
          rowKey={(row) => row.column}
          empty=""
          columns={[
            {
              id: 'column',
              title: t('needs:check.column'),
              value: (row) => totalName(texts, row.column),
              names: true,
            },
            { id: 'before', title: t('needs:check.before'), value: (row) => row.before },
            { id: 'after', title: t('needs:check.after'), value: (row) => row.after },
          ]}
        />
      )}
    </>
  );
}
