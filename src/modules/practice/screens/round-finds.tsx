import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, FINDS, type Find, WATCH } from './round-api.ts';

const MARKS: Record<Find['state'], State> = {
  proposed: 'remind',
  confirmed: 'done',
  declined: 'idle',
  withdrawn: 'idle',
};

const columnsOf = ({ t }: Texts, onAnswer: ((find: Find) => void) | null): Column<Find>[] => [
  { id: 'name', title: t('practice:round.screen.finds.student'), value: (row) => row.name, names: true },
  { id: 'group', title: t('practice:round.screen.watch.group'), value: (row) => row.group, filter: 'choice' },
  {
    id: 'enterprise',
    title: t('practice:round.screen.finds.enterprise'),
    value: (row) => row.enterprise,
    card: 'wide',
  },
  {
    id: 'contact',
    title: t('practice:round.screen.finds.contact'),
    value: (row) => row.contact,
    card: 'wide',
  },
  {
    id: 'state',
    title: t('practice:round.screen.finds.state'),
    value: (row) => t(`practice:round.findState.${row.state}`),
    cell: (row) =>
      row.state === 'proposed' && onAnswer ? (
        <Button size="s" onClick={() => onAnswer(row)}>
          {t('practice:round.screen.finds.answer')}
        </Button>
      ) : (
        <StateMark state={MARKS[row.state]}>{t(`practice:round.findState.${row.state}`)}</StateMark>
      ),
    card: 'wide',
  },
];

/** Enterprises students have found themselves: agreed by naming the place, or declined with a reason. */
export function Finds() {
  const texts = useTexts();
  const { t } = texts;
  const [answering, setAnswering] = useState<Find | null>(null);
  const read = useRead(FINDS, api.listFinds, {});
  const can = read.data?.can.answer ?? false;
  const columns = useMemo(() => columnsOf(texts, can ? setAnswering : null), [texts, can]);
  const { onExport } = useExport<Find>(t('practice:round.screen.finds.title'));
  const rows = read.data?.data.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      {answering && <Answer key={answering.id} find={answering} onClose={() => setAnswering(null)} />}
      <DataTable
        id="finds"
        prefix="f"
        title={t('practice:round.screen.finds.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (row.state === 'proposed' ? 1 : 0)}
        empty={t('practice:round.screen.finds.empty')}
        onExport={onExport}
      />
    </>
  );
}

function Answer({ find, onClose }: { find: Find; onClose: () => void }) {
  const { t } = useTexts();
  const offers = useRead(['practice', 'offers'], api.listOffers, {});
  const [offerId, setOfferId] = useState('');
  const [words, setWords] = useState('');
  const answer = useChange(api.answerFind, [FINDS, WATCH]);
  const labels = {
    offerId: t('practice:round.screen.finds.place'),
    answer: t('practice:round.screen.finds.why'),
  };
  return (
    <FormPanel
      title={`${find.name}: ${find.enterprise}`}
      about={t('practice:round.screen.finds.about')}
      submit={t('practice:round.screen.finds.submit')}
      busy={answer.isPending}
      problems={answer.isError ? problemsFromServer(answer.error, t('web:form.notSaved')) : {}}
      labels={labels}
      {...(!offerId && words.trim() === '' && { blocked: t('practice:error.sayWhy') })}
      onClose={onClose}
      onSubmit={() =>
        answer.mutate(
          { id: find.id, rev: find.rev, offerId: offerId || null, answer: words.trim() || null },
          { onSuccess: onClose },
        )
      }
    >
      <ChoiceInput
        name="offerId"
        label={labels.offerId}
        none={t('practice:round.screen.finds.decline')}
        value={offerId}
        onChange={setOfferId}
        choices={(offers.data?.data.rows ?? []).map((row) => ({
          value: row.id,
          label: `${row.organisation}: ${row.title}`,
        }))}
      />
      <AreaInput name="answer" label={labels.answer} value={words} onChange={setWords} optional />
    </FormPanel>
  );
}
