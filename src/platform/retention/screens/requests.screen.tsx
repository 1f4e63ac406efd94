import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useMark } from '../../../web/use-filters.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateIcon } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { AnswerForm, type Asked, DESK } from './answer-form.tsx';
import css from './my-data.module.css';
import { api } from './my-data-api.ts';

const MOST = 500;

function columnsOf({ t, tId }: Texts, open: boolean, answer: (id: string) => void): Column<Asked>[] {
  const columns: Column<Asked>[] = [
    {
      id: 'who',
      title: t('retention:desk.who'),
      value: (row) => row.personName ?? t('retention:desk.nobody'),
      names: true,
      filter: 'text',
    },
    {
      id: 'kind',
      title: t('retention:desk.kind'),
      value: (row) => tId(`retention:kind.${row.kind}`),
      filter: 'choice',
    },
    { id: 'words', title: t('retention:desk.words'), value: (row) => row.words, card: 'wide', width: 340 },
    {
      id: 'sent',
      title: t('retention:desk.sent'),
      value: (row) => row.at,
      cell: (row) => <DateText value={row.at} look="moment" />,
    },
    {
      id: 'by',
      title: t('retention:desk.answerBy'),
      value: (row) => row.answerBy,
      cell: (row) => (
        <>
          <DateText value={row.answerBy} />
          {row.late && (
            <>
              {' '}
              <StateIcon state="today" /> {t('retention:desk.late')}
            </>
          )}
        </>
      ),
    },
  ];
  if (open)
    columns.push({
      id: 'act',
      title: t('retention:desk.toAnswer'),
      value: () => null,
      screenOnly: true,
      cell: (row) => (
        <Button size="s" onClick={() => answer(row.id)}>
          {t('retention:desk.toAnswer')}
        </Button>
      ),
      sort: false,
      card: 'wide',
    });
  else
    columns.push(
      {
        id: 'decision',
        title: t('retention:desk.decision'),
        value: (row) => (row.decision ? tId(`retention:decision.${row.decision}`) : null),
        filter: 'choice',
      },
      { id: 'answer', title: t('retention:desk.answer'), value: (row) => row.answer, card: 'wide' },
    );
  return columns;
}

/** The desk of those who answer people's requests about their data: the most urgent first. */
export default function Requests() {
  const texts = useTexts();
  const { t } = texts;
  const [answered, setAnswered] = useMark('answered');
  const open = !answered;
  const [chosen, setChosen] = useState<string | null>(null);
  const read = useRead(DESK, api.listRequests, { open, limit: MOST, offset: 0 });
  const { onExport, problem: exportProblem } = useExport<Asked>(t('retention:desk.title'));
  const rows = read.data?.data.rows ?? [];
  const columns = useMemo(() => columnsOf(texts, open, setChosen), [texts, open]);
  const request = rows.find((row) => row.id === chosen);
  return (
    <>
      <PageHead title={t('retention:desk.title')} about={t('retention:desk.about')} />
      {request && <AnswerForm key={request.id} request={request} onClose={() => setChosen(null)} />}
      <div className={css.filter}>
        <ChoiceInput
          label={t('retention:desk.show')}
          name="open"
          value={open ? 'open' : 'answered'}
          onChange={(next) => setAnswered(next === 'answered')}
          choices={[
            { value: 'open', label: t('retention:desk.open') },
            { value: 'answered', label: t('retention:desk.answered') },
          ]}
        />
      </div>
      <DataTable
        id="data-requests"
        title={t('retention:desk.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        chosen={chosen}
        problem={(row) => (row.late ? 1 : 0)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={exportProblem}
        empty={open ? t('retention:desk.empty') : t('retention:desk.emptyAnswered')}
      />
    </>
  );
}
