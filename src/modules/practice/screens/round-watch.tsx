import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, type Can, ROUND, type Round, WATCH, type Watch } from './round-api.ts';
import { JoinRound } from './round-join.tsx';

const REASONS = ['target', 'own', 'named'] as const;

function stateOf(row: Watch, { t }: Texts): [State, string] {
  if (row.pinned)
    return [
      'done',
      `${t('practice:round.screen.watch.pinned')}: ${t(`practice:round.pin.${row.pinned.why}`)}`,
    ];
  if (row.withdrawn) return ['idle', t('practice:round.screen.watch.withdrawn')];
  if (row.ranked > 0) return ['done', t('practice:round.screen.watch.sent', { count: row.ranked })];
  return ['remind', t('practice:round.screen.watch.none')];
}

function columnsOf(
  texts: Texts,
  acts: { pin: (row: Watch) => void; unpin: (row: Watch) => void } | null,
): Column<Watch>[] {
  const { t } = texts;
  return [
    {
      id: 'name',
      title: t('practice:round.screen.watch.name'),
      value: (row) => row.name,
      names: true,
      filter: 'text',
    },
    {
      id: 'group',
      title: t('practice:round.screen.watch.group'),
      value: (row) => row.group,
      filter: 'choice',
    },
    {
      id: 'state',
      title: t('practice:round.screen.watch.state'),
      value: (row) => stateOf(row, texts)[1],
      cell: (row) => {
        const [state, words] = stateOf(row, texts);
        return <StateMark state={state}>{words}</StateMark>;
      },
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'place',
      title: t('practice:round.screen.watch.place'),
      value: (row) => {
        const at = row.place
          ? `${row.host}: ${row.place}`
          : row.pinned
            ? `${row.pinned.host}: ${row.pinned.title}`
            : null;
        const marks = [
          ...(row.administrative ? [t('practice:round.screen.watch.administrative')] : []),
          ...(row.confirmed ? [t('practice:round.screen.watch.confirmed')] : []),
        ];
        return at && marks.length > 0 ? `${at} (${marks.join(', ')})` : at;
      },
      card: 'wide',
    },
    { id: 'rank', title: t('practice:round.screen.watch.rank'), value: (row) => row.rank, align: 'end' },
    ...(acts
      ? [
          {
            id: 'pin',
            title: t('practice:round.screen.watch.pin'),
            value: () => null,
            cell: (row: Watch) =>
              row.pinned ? (
                <Button size="s" onClick={() => acts.unpin(row)}>
                  {t('practice:round.screen.watch.unpin')}
                </Button>
              ) : (
                <Button size="s" onClick={() => acts.pin(row)}>
                  {t('practice:round.screen.watch.pin')}
                </Button>
              ),
            screenOnly: true as const,
            sort: false as const,
          },
        ]
      : []),
  ];
}

/** The college's own students in a distribution; pairs agreed beforehand are fixed here, groups are sent. */
export function RoundWatch({ round, can }: { round: Round; can: Can }) {
  const texts = useTexts();
  const { t } = texts;
  const [pinning, setPinning] = useState<Watch | null>(null);
  const [joining, setJoining] = useState(false);
  const read = useRead(WATCH, api.watchRound, { id: round.id });
  const unpin = useChange(api.unpinStudent, [WATCH, ROUND]);
  const may = read.data?.can.pin ?? false;
  const columns = useMemo(
    () =>
      columnsOf(
        texts,
        may ? { pin: setPinning, unpin: ({ studentId }) => unpin.mutate({ id: round.id, studentId }) } : null,
      ),
    [texts, may, unpin, round.id],
  );
  const { onExport, problem } = useExport<Watch>(`${round.title}, ${t('practice:round.screen.watch.title')}`);
  return (
    <>
      {pinning && (
        <Pin key={pinning.studentId} round={round} row={pinning} onClose={() => setPinning(null)} />
      )}
      {joining && <JoinRound round={round} onClose={() => setJoining(false)} />}
      {unpin.isError && <p role="alert">{unpin.error.message}</p>}
      <DataTable
        id="round-watch"
        title={t('practice:round.screen.watch.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.studentId}
        problem={(row) => (row.ranked === 0 && !row.pinned && !row.place ? 1 : 0)}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('practice:round.screen.watch.empty')}
        onExport={onExport}
        note={problem ?? t('practice:round.screen.watch.about')}
        tools={
          can.join &&
          !joining && (
            <Button size="s" onClick={() => setJoining(true)}>
              {t('practice:round.screen.watch.join')}
            </Button>
          )
        }
      />
    </>
  );
}

function Pin({ round, row, onClose }: { round: Round; row: Watch; onClose: () => void }) {
  const { t } = useTexts();
  const offers = round.offers.filter(({ leftOn }) => leftOn === null);
  const [offerId, setOfferId] = useState(offers[0]?.id ?? '');
  const [why, setWhy] = useState<(typeof REASONS)[number]>('named');
  const [contractNumber, setNumber] = useState('');
  const pin = useChange(api.pinStudent, [WATCH, ROUND]);
  const labels = {
    offerId: t('practice:round.screen.watch.pinOffer'),
    contractNumber: t('practice:round.screen.watch.pinNumber'),
  };
  return (
    <FormPanel
      title={t('practice:round.screen.watch.pinTitle', { name: row.name })}
      submit={t('practice:round.screen.watch.pinSubmit')}
      busy={pin.isPending}
      problems={pin.isError ? problemsFromServer(pin.error, t('web:form.notSaved')) : {}}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        pin.mutate(
          {
            id: round.id,
            studentId: row.studentId,
            offerId,
            why,
            contractNumber: contractNumber.trim() || null,
          },
          { onSuccess: onClose },
        )
      }
    >
      <ChoiceInput
        name="offerId"
        label={labels.offerId}
        value={offerId}
        onChange={setOfferId}
        choices={offers.map((one) => ({ value: one.id, label: `${one.host}: ${one.title}` }))}
      />
      <ChoiceInput
        name="why"
        label={t('practice:round.screen.watch.pinWhy')}
        value={why}
        onChange={(value) => setWhy(REASONS.find((one) => one === value) ?? 'named')}
        choices={REASONS.map((one) => ({ value: one, label: t(`practice:round.pin.${one}`) }))}
      />
      {why === 'target' && (
        <TextInput
          name="contractNumber"
          label={labels.contractNumber}
          value={contractNumber}
          onChange={setNumber}
        />
      )}
    </FormPanel>
  );
}
