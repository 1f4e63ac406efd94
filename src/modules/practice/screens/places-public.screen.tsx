import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { MapOfCells } from '../../../web/widgets/map/map-of-cells.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, REGION, type Region } from './round-api.ts';
import css from './rounds.module.css';

type District = Region['districts'][number];

function columnsOf({ t, percent }: Texts): Column<District>[] {
  const share = ({ due, placed }: District) => (due && placed !== null ? placed / due : null);
  const withheld = t('practice:round.screen.region.withheld');
  return [
    {
      id: 'name',
      title: t('practice:round.screen.region.district'),
      value: (row) => row.name,
      names: true,
      filter: 'text',
    },
    { id: 'due', title: t('practice:round.screen.region.dueColumn'), value: (row) => row.due, align: 'end' },
    {
      id: 'placed',
      title: t('practice:round.screen.region.placedColumn'),
      value: (row) => row.placed,
      align: 'end',
    },
    {
      id: 'share',
      title: t('practice:round.screen.region.shareColumn'),
      value: share,
      cell: (row) => {
        const value = share(row);
        return value === null ? <Num value={null} /> : <span className="num">{percent(value, 0)}</span>;
      },
      align: 'end',
    },
    {
      id: 'places',
      title: t('practice:round.screen.region.placesColumn'),
      value: (row) => (row.withheld ? withheld : row.places),
      align: 'end',
    },
    {
      id: 'free',
      title: t('practice:round.screen.region.freeColumn'),
      value: (row) => row.free,
      align: 'end',
    },
    {
      id: 'here',
      title: t('practice:round.screen.region.hereColumn'),
      value: (row) => row.here,
      align: 'end',
    },
  ];
}

function Numbers({ region }: { region: Region }) {
  const { t, percent } = useTexts();
  const { due, placed, rural, ruralPlaced, places } = region;
  const fromPlans = t('practice:round.screen.region.fromPlans');
  const noun = (count: number) => t('practice:round.screen.card.nounStudents', { count });
  const ofStudents = (part: number, whole: number) => ({
    short: fromPlans,
    facts: {
      nodes: [
        { count: part, noun: noun(part), source: fromPlans },
        { count: whole, noun: noun(whole), source: fromPlans },
      ],
    },
  });
  const share = (part: number, whole: number) =>
    whole > 0 ? percent(part / whole, 0) : <Num value={null} />;
  const fromOffers = t('practice:round.screen.region.fromOffers');
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('practice:round.screen.region.share'),
            value: share(placed, due),
            aside: `${placed} / ${due}`,
            origin: ofStudents(placed, due),
          },
          {
            label: t('practice:round.screen.region.ruralShare'),
            value: share(ruralPlaced, rural),
            aside: `${ruralPlaced} / ${rural}`,
            origin: ofStudents(ruralPlaced, rural),
          },
          {
            label: t('practice:round.screen.region.places'),
            value: <Num value={places} />,
            origin: {
              short: fromOffers,
              facts: {
                nodes: [
                  {
                    count: places,
                    noun: t('practice:round.screen.card.nounSeats', { count: places }),
                    source: fromOffers,
                  },
                ],
              },
            },
          },
        ]}
      />
    </div>
  );
}

/** I-03 in public: who practises at an enterprise, by district, and where places are. */
export default function PracticeInRegion() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(REGION, api.publicPractice, {});
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<District>(t('practice:round.screen.region.table'));
  if (read.isError)
    return <EmptyState title={t('practice:round.screen.region.title')} text={read.error.message} />;
  const region = read.data?.data;
  if (!region) return <p className={`dim ${css.public}`}>{t('web:table.loading')}</p>;
  const { schoolYear } = region;
  const shown = region.districts.filter(({ due, places, withheld }) => due || places || withheld);
  return (
    <div className={css.public}>
      <PageHead
        title={t('practice:round.screen.region.title')}
        about={t('practice:round.screen.region.about', { from: schoolYear, to: schoolYear + 1 })}
        actions={<Link to="/draws">{t('practice:round.screen.region.draws')}</Link>}
      />
      <Numbers region={region} />
      <div className={css.map}>
        <MapOfCells
          title={t('practice:round.screen.region.map')}
          unit={t('practice:round.screen.region.mapUnit')}
          places={region.districts.flatMap(({ id, name, shortName, lat, lon, places, withheld }) =>
            lat === null || lon === null
              ? []
              : [{ id, name, short: shortName, lat, lon, value: places, ...(withheld && { withheld }) }],
          )}
        />
      </div>
      <DataTable
        id="practice-districts"
        title={t('practice:round.screen.region.table')}
        columns={columns}
        rows={shown}
        rowKey={(row) => row.id}
        look="roomy"
        empty={t('practice:round.screen.region.none')}
        onExport={onExport}
        note={problem}
      />
    </div>
  );
}
