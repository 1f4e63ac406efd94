import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { downloadTable } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { CopyLastYear } from '../../../web/widgets/copy-last-year.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { AddOccupation } from './add-occupation.tsx';
import { MyTable } from './my-table.tsx';
import css from './needs.module.css';
import { api, MINE, type Mine, type MyRow } from './needs-api.ts';
import { Questionnaire } from './questionnaire.tsx';

const peopleOf = (row: MyRow, year: number) => row.cells.find((it) => it.year === year)?.count ?? 0;

function useTableFile(mine: Mine) {
  const { t } = useTexts();
  const column = (id: string, title: string, value: (row: MyRow) => string | number | null) => ({
    id,
    title,
    value,
  });
  return () =>
    downloadTable(t('needs:mine.table'), {
      format: 'xlsx',
      rows: mine.rows,
      columns: [
        column('code', t('needs:field.occupation'), (row) => row.occupation),
        column('name', t('needs:field.occupationName'), (row) => row.name),
        column('place', t('needs:field.municipality'), (row) => row.municipality),
        column('kind', t('needs:field.kind'), (row) => t(`needs:kind.${row.kind}`)),
        ...mine.years.map((year) => column(String(year), String(year), (row) => peopleOf(row, year))),
        column('reason', t('needs:field.reason'), (row) => row.reason),
      ],
    });
}

function Body({ mine, mayEdit }: { mine: Mine; mayEdit: boolean }) {
  const { t } = useTexts();
  const [adding, setAdding] = useState(false);
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  const [said, setSaid] = useState('');
  const confirm = useChange(api.confirmLines, [MINE, ['tasks']]);
  const copy = useChange(api.copyLastYear, [MINE]);
  const download = useTableFile(mine);
  const last = mine.years.at(-1) ?? 0;
  const lines = mine.rows.reduce((sum, it) => sum + it.cells.length, 0);
  const node = {
    count: lines,
    noun: t('needs:mine.lines', { count: lines }),
    source: t('needs:mine.source'),
  };
  return (
    <>
      <KeyNumbers
        numbers={[
          {
            label: t('needs:mine.total', { year: last }),
            value: <Num value={mine.people} />,
            aside: t('needs:mine.people', { count: mine.people }),
            origin: { short: t('needs:mine.source'), facts: { nodes: [node] } },
          },
          {
            label: t('needs:mine.waiting'),
            value: <Num value={mine.toConfirm} />,
            aside: t('needs:mine.lines', { count: mine.toConfirm }),
            origin: {
              short: t('needs:mine.waitingSource'),
              facts: {
                nodes: [
                  {
                    count: mine.toConfirm,
                    noun: t('needs:mine.lines', { count: mine.toConfirm }),
                    source: t('needs:mine.waitingSource'),
                  },
                ],
              },
            },
          },
        ]}
      />
      <SectionHead title={t('needs:mine.table')} note={<span role="status">{note}</span>}>
        <Button size="s" icon="download" onClick={() => void download()}>
          {t('needs:mine.xlsx')}
        </Button>
        {mayEdit && (
          <>
            <Link to="/imports" className={buttonClass({ size: 's' })}>
              {t('needs:mine.upload')}
            </Link>
            <CopyLastYear
              onCopy={async () =>
                setSaid(t('needs:mine.copied', { count: (await copy.mutateAsync({})).data.copied }))
              }
            />
            <Button size="s" icon="plus" onClick={() => setAdding(!adding)}>
              {t('needs:mine.add')}
            </Button>
          </>
        )}
      </SectionHead>
      {said && (
        <p className={css.said} role="status">
          <StateMark state="done">{said}</StateMark>
        </p>
      )}
      {adding && <AddOccupation mine={mine} onClose={() => setAdding(false)} />}
      {mine.rows.length === 0 ? (
        <EmptyState text={t('needs:mine.empty')} level={2}>
          <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
            {t('needs:mine.add')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <MyTable mine={mine} onNote={setNote} onWrong={setWrong} />
          <div className={css.acts}>
            <Button
              kind="main"
              busy={confirm.isPending}
              blocked={wrong ? t('needs:mine.confirmBlocked') : undefined}
              onClick={() => confirm.mutate({}, { onSuccess: () => setSaid(t('needs:mine.confirmed')) })}
            >
              {mine.toConfirm > 0
                ? t('needs:mine.confirm', { count: mine.toConfirm })
                : t('needs:mine.confirmNone')}
            </Button>
          </div>
        </>
      )}
      {mine.campaign && mine.campaign.questions.length > 0 && <Questionnaire mine={mine} />}
    </>
  );
}

/** Whom the enterprise needs: a row per occupation, a cell per year, saved on leaving the cell. */
export default function MyNeeds() {
  const { t } = useTexts();
  const read = useRead(MINE, api.getMyNeeds, {});
  const mine = read.data?.data;
  const campaign = mine?.campaign;
  return (
    <>
      <PageHead
        title={t('needs:mine.title')}
        about={
          campaign
            ? t('needs:mine.campaign', { title: campaign.title, day: campaign.closesOn })
            : t('needs:mine.about')
        }
      />
      {read.isError && (
        <EmptyState text={read.error.message} level={2}>
          <Button onClick={() => void read.refetch()}>{t('web:error.again')}</Button>
        </EmptyState>
      )}
      {mine && <Body mine={mine} mayEdit={read.data?.can.edit ?? false} />}
    </>
  );
}
