import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { CentreForm } from './centres/centre-form.tsx';
import { CentrePapers } from './centres/centre-papers.tsx';
import { CheckForm } from './centres/check-form.tsx';
import css from './exams.module.css';
import { api } from './exams-api.ts';
import room from './rooms.module.css';
import { CENTRES, type CentreRow, todayHere } from './rooms-api.ts';

const holds = ({ from, to }: CentreRow['checks'][number], day: string) =>
  from <= day && (to === null || to >= day);
const SOON = 45;

/** What a centre waits for: nothing in force, something short, a paper about to end. */
function lackOf(row: CentreRow, { t, date }: Texts): { state: State; words: string } | null {
  const today = todayHere();
  if (row.closedOn && row.closedOn <= today)
    return { state: 'idle', words: t('exams:rooms.centres.closed', { day: date(row.closedOn) }) };
  const now = row.checks.filter((check) => holds(check, today));
  if (now.length === 0) return { state: 'blocks', words: t('exams:rooms.centres.noCheck') };
  const short = now.reduce((sum, one) => sum + one.short.length, 0);
  if (short > 0) return { state: 'remind', words: t('exams:rooms.centres.short', { count: short }) };
  const limit = new Date(Date.now() + SOON * 86_400_000).toLocaleDateString('sv-SE');
  const ending = now
    .filter(({ to, kitCode }) => {
      const later = row.checks.some((one) => one.kitCode === kitCode && to !== null && (one.to ?? '9') > to);
      return to !== null && to <= limit && !later;
    })
    .sort((a, b) => (a.to ?? '').localeCompare(b.to ?? ''))[0];
  return ending?.to
    ? {
        state: 'soon',
        words: t('exams:rooms.centres.ends', { kit: ending.kitCode, day: date(ending.to) }),
      }
    : null;
}

const columnsOf = (texts: Texts, open: (row: CentreRow) => void): Column<CentreRow>[] => {
  const { t } = texts;
  return [
    {
      id: 'name',
      title: t('exams:rooms.centres.name'),
      names: true,
      value: (row) => row.name,
      cell: (row) => (
        <span className={css.stack}>
          <button type="button" className={`link ${css.name} ${room.wraps}`} onClick={() => open(row)}>
            {row.name}
          </button>
          <small className="dim">{row.address}</small>
        </span>
      ),
      filter: 'text',
    },
    {
      id: 'organisation',
      title: t('exams:rooms.centres.organisation'),
      value: (row) => row.organisation,
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'municipality',
      title: t('exams:rooms.centres.municipality'),
      value: (row) => row.municipality,
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'workplaces',
      title: t('exams:rooms.centres.workplaces'),
      value: (row) => row.workplaces,
      align: 'number',
      total: 'sum',
    },
    {
      id: 'kits',
      title: t('exams:rooms.centres.standing'),
      value: (row) =>
        new Set(row.checks.filter((one) => holds(one, todayHere())).map(({ kitCode }) => kitCode)).size,
      align: 'number',
    },
    {
      id: 'video',
      title: t('exams:rooms.centres.video'),
      value: (row) => t(`exams:rooms.centres.${row.video ? 'yes' : 'no'}`),
      optional: true,
    },
    {
      id: 'exams',
      title: t('exams:rooms.centres.exams'),
      value: (row) => row.sessions,
      align: 'number',
      total: 'sum',
    },
    {
      id: 'waits',
      title: t('exams:rooms.boards.waits'),
      value: (row) => lackOf(row, texts)?.words ?? t('exams:rooms.boards.inOrder'),
      cell: (row) => {
        const lack = lackOf(row, texts);
        return lack ? <StateMark state={lack.state}>{lack.words}</StateMark> : null;
      },
      card: 'wide',
    },
  ];
};

/** Centres with their places and papers by kit; one opens under the table with all its checks. */
export default function Centres() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(CENTRES, api.listCentres, {});
  const [open, setOpen] = useState<string | null>(null);
  const [form, setForm] = useState<'new' | 'change' | 'check' | null>(null);
  const { onExport, problem } = useExport<CentreRow>(t('exams:rooms.centres.title'));
  const columns = useMemo(
    () =>
      columnsOf(texts, (row) => {
        setOpen(row.id);
        setForm(null);
      }),
    [texts],
  );
  const rows = read.data?.data.rows ?? [];
  const chosen = rows.find(({ id }) => id === open) ?? null;
  const can = read.data?.can ?? {};
  const close = () => setForm(null);
  return (
    <>
      <PageHead
        title={t('exams:rooms.centres.title')}
        about={t('exams:rooms.centres.about')}
        actions={
          <>
            <Link to="/tablet-check" className={buttonClass({})}>
              {t('exams:rooms.centres.setUp')}
            </Link>
            {can.edit && !form && (
              <Button kind="main" icon="plus" onClick={() => setForm('new')}>
                {t('exams:rooms.centres.add')}
              </Button>
            )}
          </>
        }
      />
      {form === 'new' && <CentreForm centre={null} anyone={can.anyone ?? false} onClose={close} />}
      {chosen && form === 'change' && (
        <CentreForm centre={chosen} anyone={can.anyone ?? false} onClose={close} />
      )}
      {chosen && form === 'check' && <CheckForm centre={chosen} onClose={close} />}
      {chosen && (
        <CentrePapers
          centre={chosen}
          acts={
            form === null && (
              <>
                {can.check && (
                  <Button size="s" icon="check" onClick={() => setForm('check')}>
                    {t('exams:rooms.centres.check')}
                  </Button>
                )}
                {(can.anyone || can[chosen.organisationId]) && (
                  <Button size="s" icon="pencil" onClick={() => setForm('change')}>
                    {t('exams:rooms.centres.change')}
                  </Button>
                )}
              </>
            )
          }
        />
      )}
      <DataTable
        id="centres"
        title={t('exams:rooms.centres.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        chosen={open}
        problem={(row) => (['blocks', 'remind', 'soon'].includes(lackOf(row, texts)?.state ?? '') ? 1 : 0)}
        quiet={(row) => lackOf(row, texts)?.state === 'idle'}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('exams:rooms.centres.empty')}
        onExport={onExport}
        note={problem}
      />
    </>
  );
}
