import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton } from '../../../web/widgets/print-button.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { api, TRAINED, type Trained, type TrainedRow } from './order-api.ts';
import css from './trained.module.css';
import { peopleShown, peopleText, trainedColumns } from './trained-columns.tsx';

function Numbers({ trained: { orders, rows } }: { trained: Trained }) {
  const texts = useTexts();
  const { t } = texts;
  const named = orders
    .map(({ documentNumber, decisionYear }) =>
      t('order:screen.trained.order', { number: documentNumber ?? '', year: String(decisionYear) }),
    )
    .join('; ');
  const lines = (list: TrainedRow[]) => ({
    count: list.length,
    noun: t('order:screen.noun.lines', { count: list.length }),
    source: t('order:screen.trained.byLines'),
    to: '/my-needs',
  });
  const programmes = new Set(rows.flatMap((row) => row.seats.map((seat) => seat.programmeId))).size;
  const colleges = new Set(rows.flatMap((row) => row.seats.map((seat) => seat.college))).size;
  const number = (label: string, of: (row: TrainedRow) => number) => {
    const people = rows.reduce((sum, row) => sum + of(row), 0);
    return {
      label,
      value: peopleText(people, texts),
      aside: t('order:screen.noun.people', { count: peopleShown(people) }),
    };
  };
  return (
    <KeyNumbers
      numbers={[
        {
          ...number(t('order:screen.trained.needed'), (row) => row.count),
          origin: { short: t('order:screen.trained.byLines'), facts: { nodes: [lines(rows)] } },
        },
        {
          ...number(t('order:screen.trained.coming'), (row) => row.people),
          origin: {
            short: named,
            facts: {
              nodes: [
                {
                  count: colleges,
                  noun: t('order:screen.noun.colleges', { count: colleges }),
                  source: t('order:screen.trained.byOrder'),
                },
                {
                  count: programmes,
                  noun: t('order:screen.trained.programmes', { count: programmes }),
                  source: named,
                },
                lines(rows.filter((row) => row.seats.length > 0)),
              ],
            },
          },
        },
        {
          ...number(t('order:screen.trained.left'), (row) => row.rest),
          origin: {
            short: t('order:screen.trained.byRest'),
            facts: { nodes: [lines(rows.filter((row) => row.cause !== 'covered'))] },
          },
        },
      ]}
    />
  );
}

const BY_ORDER: ReadonlySet<string> = new Set(['people', 'rest', 'cause', 'where']);

/** Line by line: who is trained by the order, and who is studying already. */
function Lines({ trained }: { trained: Trained }) {
  const texts = useTexts();
  const { t } = texts;
  const ordered = trained.orders.length > 0;
  // before the first order only those who study already can be told: nothing else has been decided
  const columns = useMemo(
    () => trainedColumns(texts).filter(({ id }) => ordered || !BY_ORDER.has(id)),
    [texts, ordered],
  );
  const { onExport, problem } = useExport<TrainedRow>(t('order:screen.trained.file'));
  return (
    <>
      <div className={css.lines}>
        <DataTable
          id="my-trained"
          title={t('order:screen.trained.table')}
          columns={columns}
          rows={trained.rows}
          rowKey={(row) => row.id}
          empty={t('order:screen.trained.noNeeds')}
          onExport={onExport}
        />
      </div>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}

function Body({ trained }: { trained: Trained }) {
  const { t } = useTexts();
  const { may } = useSession();
  return (
    <>
      <Numbers trained={trained} />
      <Lines trained={trained} />
      <div className={css.advice}>
        <p>{t('order:screen.trained.advice')}</p>
        {may('agreements.agreement.edit') && (
          <Link to="/agreements/new" className={buttonClass({ kind: 'main' })}>
            {t('order:screen.trained.contract')}
          </Link>
        )}
      </div>
    </>
  );
}

/** Whom the approved order trains for one's own enterprise: colleges, groups, years, and what no seat backs. */
export default function MyTrained() {
  const { t } = useTexts();
  const read = useRead(TRAINED, api.listTrained, {});
  const trained = read.data?.data;
  const without =
    trained && (trained.rows.length === 0 ? 'noNeeds' : trained.orders.length === 0 ? 'noOrder' : null);
  return (
    <>
      <PageHead
        title={t('order:screen.trained.title')}
        about={t('order:screen.trained.about')}
        {...(trained && !without && { actions: <PrintButton /> })}
      />
      {read.isError && (
        <EmptyState text={read.error.message} level={2}>
          <Button onClick={() => void read.refetch()}>{t('web:error.again')}</Button>
        </EmptyState>
      )}
      {without && (
        <EmptyState text={t(`order:screen.trained.${without}`)} level={2}>
          <Link to="/my-needs" className={buttonClass({ kind: 'main' })}>
            {t('order:screen.trained.toNeeds')}
          </Link>
        </EmptyState>
      )}
      {trained && !without && <Body trained={trained} />}
      {trained && without === 'noOrder' && trained.rows.some((row) => row.studying.length > 0) && (
        <Lines trained={trained} />
      )}
    </>
  );
}
