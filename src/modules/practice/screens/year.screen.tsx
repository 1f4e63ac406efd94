import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { CopyLastYear } from '../../../web/widgets/copy-last-year.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { AppraisalShare } from './group/share.tsx';
import { PlanFileForm } from './plan-file-form.tsx';
import { PlanForm } from './plan-form.tsx';
import css from './practice.module.css';
import { api, PLANS, type Plan, type YearPlan } from './practice-api.ts';
import { YearChart } from './year-chart.tsx';
import { blocked, unplaced, yearColumns } from './year-columns.tsx';

function Totals({ year }: { year: YearPlan }) {
  const { t } = useTexts();
  const atPlants = year.rows.filter(({ heldAt, state }) => heldAt === 'enterprise' && state === 'approved');
  const placed = atPlants.reduce((sum, row) => sum + row.placed, 0);
  const students = atPlants.reduce((sum, row) => sum + row.students, 0);
  const one = (count: number, noun: string, source: string) => ({
    short: source,
    facts: { nodes: [{ count, noun, source }] },
  });
  const plans = (count: number) =>
    one(count, t('practice:screen.year.nounPlans', { count }), t('practice:screen.year.fromPlan'));
  const bad = year.rows.filter(blocked).length;
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('practice:screen.year.total'),
            value: <Num value={year.rows.length} />,
            origin: plans(year.rows.length),
          },
          {
            label: t('practice:screen.year.students'),
            value: <Num value={placed} />,
            aside: t('practice:screen.year.ofStudents', { count: students }),
            origin: one(
              placed,
              t('practice:screen.year.nounPlacements', { count: placed }),
              t('practice:screen.year.fromPlacements'),
            ),
          },
          { label: t('practice:screen.year.blocked'), value: <Num value={bad} />, origin: plans(bad) },
          {
            label: t('practice:screen.year.bare'),
            value: <Num value={year.bare.length} />,
            origin: one(
              year.bare.length,
              t('practice:screen.year.nounGroups', { count: year.bare.length }),
              t('practice:screen.year.fromGroups'),
            ),
          },
        ]}
      />
    </div>
  );
}

/** The year plan of practices: what the deputy head opens first. */
export default function PracticeYear() {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<'plan' | 'file' | null>(null);
  const read = useRead(PLANS, api.listPlans, {});
  const copy = useChange(api.copyYear, [PLANS]);
  const approve = useChange(api.approvePlans, [PLANS]);
  const { onExport, problem } = useExport<Plan>(t('practice:screen.year.title'));
  const can = read.data?.can ?? {};
  const year = read.data?.data;
  const ofMany = new Set(year?.rows.map(({ college }) => college)).size > 1;
  const columns = useMemo(() => yearColumns(texts, can.place === true, ofMany), [texts, can.place, ofMany]);
  const drafts = (year?.rows ?? []).filter((row) => row.state === 'draft' && !blocked(row));
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        title={t('practice:screen.year.title')}
        about={
          year
            ? t('practice:screen.year.yearOf', { from: year.schoolYear, to: year.schoolYear + 1 })
            : t('practice:screen.year.about')
        }
        actions={
          can.edit &&
          open === null && (
            <>
              <Button onClick={() => setOpen('file')}>{t('practice:screen.year.file')}</Button>
              {year && <CopyLastYear head onCopy={() => copy.mutateAsync({ schoolYear: year.schoolYear })} />}
              {drafts.length > 0 && (
                <Button
                  busy={approve.isPending}
                  onClick={() => approve.mutate({ ids: drafts.map(({ id }) => id) })}
                >
                  {t('practice:screen.year.approve', { count: drafts.length })}
                </Button>
              )}
              <Button kind="main" icon="plus" onClick={() => setOpen('plan')}>
                {t('practice:screen.year.add')}
              </Button>
            </>
          )
        }
      />
      {copy.data && (
        <p className={css.said} role="status">
          {t('practice:screen.year.copied', copy.data.data)}
        </p>
      )}
      {(copy.error ?? approve.error) && (
        <p className={css.said} role="alert">
          {(copy.error ?? approve.error)?.message}
        </p>
      )}
      {open === 'plan' && <PlanForm onClose={close} />}
      {open === 'file' && year && <PlanFileForm schoolYear={year.schoolYear} onClose={close} />}
      {year && year.rows.length > 0 && <Totals year={year} />}
      <AppraisalShare />
      {year && year.rows.length > 0 && year.rows.length <= 120 && <YearChart year={year} />}
      <DataTable
        id="practices"
        title={t('practice:screen.year.table')}
        columns={columns}
        rows={year?.rows ?? []}
        rowKey={(row) => row.id}
        problem={(row) => (blocked(row) ? 1000 : row.state === 'draft' ? 500 : unplaced(row))}
        quiet={(row) => row.state === 'approved' && unplaced(row) === 0 && row.collisions.length === 0}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('practice:screen.year.empty')}
      />
      {year && year.bare.length > 0 && (
        <section>
          <SectionHead
            title={t('practice:screen.year.bareTitle')}
            note={t('practice:screen.year.bareAbout')}
          />
          <p>{year.bare.map(({ code }) => code).join(', ')}</p>
        </section>
      )}
    </>
  );
}
