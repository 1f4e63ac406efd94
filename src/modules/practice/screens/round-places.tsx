import { useMemo, useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, type Can, ROUND, type Round, type RoundOffer } from './round-api.ts';

function cutoffOf(row: RoundOffer, drawn: boolean, { t }: Texts): string | null {
  const { leftOn, leftWhy, closed, cutoff, placed, seats, byLot } = row;
  if (leftOn) {
    const known = leftWhy === 'full' || leftWhy === 'withdrawn';
    const why = known ? t(`practice:round.screen.card.goneWhy.${leftWhy}`) : (leftWhy ?? '');
    return t('practice:round.screen.card.gone', { on: leftOn, why });
  }
  if (!drawn) return null;
  if (closed) return t('practice:round.screen.card.closed');
  if (cutoff === null || (placed ?? 0) < seats) return t('practice:round.screen.card.openToAll');
  return `${cutoff}, ${t(byLot ? 'practice:round.screen.card.byLot' : 'practice:round.screen.card.byOrder')}`;
}

function columnsOf(
  round: Round,
  texts: Texts,
  onDrop: ((row: RoundOffer) => void) | null,
): Column<RoundOffer>[] {
  const { t } = texts;
  const drawn = round.statistics !== null;
  return [
    {
      id: 'host',
      title: t('practice:round.screen.card.host'),
      value: (row) => row.host,
      names: true,
      filter: 'text',
    },
    {
      id: 'title',
      title: t('practice:round.screen.card.place'),
      value: (row) => row.title,
      card: 'wide',
      filter: 'text',
    },
    {
      id: 'municipality',
      title: t('practice:round.screen.card.district'),
      value: (row) => row.municipality,
      filter: 'choice',
      quiet: true,
    },
    {
      id: 'seats',
      title: t('practice:round.screen.card.seats'),
      value: (row) => row.seats,
      align: 'end',
      total: 'sum',
    },
    {
      id: 'first',
      title: t('practice:round.screen.card.first'),
      value: (row) => row.firstChoices,
      align: 'end',
    },
    { id: 'asked', title: t('practice:round.screen.card.asked'), value: (row) => row.asked, align: 'end' },
    ...(drawn
      ? [
          {
            id: 'placed',
            title: t('practice:round.screen.card.got'),
            value: (row: RoundOffer) => row.placed,
            align: 'end' as const,
            total: 'sum' as const,
          },
        ]
      : []),
    {
      id: 'cutoff',
      title: t('practice:round.screen.card.cutoff'),
      value: (row) => cutoffOf(row, drawn, texts),
      card: 'wide',
    },
    ...(onDrop
      ? [
          {
            id: 'drop',
            title: t('practice:round.screen.card.drop'),
            value: () => null,
            cell: (row: RoundOffer) =>
              row.leftOn ? null : (
                <Button size="s" onClick={() => onDrop(row)}>
                  {t('practice:round.screen.card.drop')}
                </Button>
              ),
            screenOnly: true as const,
            sort: false as const,
            optional: true,
          },
        ]
      : []),
  ];
}

const OVER = ['closed', 'cancelled', 'drawing', 'publishing'];

/** Places with the border of each: up to whom it was taken, and whether order or lot decided. */
export function RoundPlaces({ round, can }: { round: Round; can: Can }) {
  const texts = useTexts();
  const { t } = texts;
  const [dropping, setDropping] = useState<RoundOffer | null>(null);
  const may = can.lead && !OVER.includes(round.state);
  const columns = useMemo(() => columnsOf(round, texts, may ? setDropping : null), [round, texts, may]);
  const { onExport, problem } = useExport<RoundOffer>(
    `${round.title}, ${t('practice:round.screen.card.places')}`,
  );
  const short = (row: RoundOffer) => (row.closed || row.leftOn ? 2 : row.asked === 0 ? 1 : 0);
  return (
    <>
      {dropping && (
        <DropPlace key={dropping.id} round={round} offer={dropping} onClose={() => setDropping(null)} />
      )}
      <DataTable
        id="round-places"
        title={t('practice:round.screen.card.places')}
        columns={columns}
        rows={round.offers}
        rowKey={(row) => row.id}
        problem={short}
        empty={t('practice:round.screen.card.noPlaces')}
        onExport={onExport}
        note={problem}
      />
      {round.statistics && <Closures round={round} />}
    </>
  );
}

type Closure = Round['closures'][number];

/** The log of closings: which place, with how many, in what order. */
function Closures({ round }: { round: Round }) {
  const { t } = useTexts();
  const columns = useMemo(
    (): Column<Closure>[] => [
      { id: 'nth', title: t('practice:round.screen.card.nth'), value: (row) => row.round, align: 'end' },
      { id: 'host', title: t('practice:round.screen.card.host'), value: (row) => row.host, names: true },
      { id: 'title', title: t('practice:round.screen.card.place'), value: (row) => row.title, card: 'wide' },
      { id: 'had', title: t('practice:round.screen.card.had'), value: (row) => row.had, align: 'end' },
      {
        id: 'minimum',
        title: t('practice:round.screen.card.minimum'),
        value: (row) => row.minimum,
        align: 'end',
      },
    ],
    [t],
  );
  const { onExport } = useExport<Closure>(`${round.title}, ${t('practice:round.screen.card.closures')}`);
  return (
    <DataTable
      id="round-closures"
      prefix="c"
      title={t('practice:round.screen.card.closures')}
      note={t('practice:round.screen.card.closuresAbout')}
      columns={columns}
      rows={round.closures}
      rowKey={(row) => row.offerId}
      empty={t('practice:round.screen.card.noClosures')}
      onExport={onExport}
    />
  );
}

function DropPlace({ round, offer, onClose }: { round: Round; offer: RoundOffer; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const drop = useChange(api.dropPlace, [ROUND]);
  const label = t('practice:round.screen.card.why');
  return (
    <FormPanel
      title={`${offer.host}: ${offer.title}`}
      submit={t('practice:round.screen.card.drop')}
      busy={drop.isPending}
      problems={drop.isError ? problemsFromServer(drop.error, t('web:form.notSaved')) : {}}
      labels={{ reason: label }}
      {...(reason.trim() === '' && { blocked: t('practice:error.sayWhy') })}
      onClose={onClose}
      onSubmit={() =>
        drop.mutate({ id: round.id, offerId: offer.id, reason: reason.trim() }, { onSuccess: onClose })
      }
    >
      <TextInput name="reason" label={label} value={reason} onChange={setReason} />
    </FormPanel>
  );
}
