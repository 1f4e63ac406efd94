import { useMemo } from 'react';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { MapOfCells } from '../../../web/widgets/map/map-of-cells.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import type { Round } from './round-api.ts';
import css from './rounds.module.css';

type Speciality = Round['bySpeciality'][number];
type District = Round['byDistrict'][number];
type College = Round['byCollege'][number];

/** How many students a kind of place is short of: those without a place once drawn, else those over the seats. */
const shortOf = (row: { students: number; placed: number; seats: number; wanted: number }, drawn: boolean) =>
  drawn ? Math.max(0, row.wanted - row.placed) : Math.max(0, row.students - row.seats);

const figures = <Row extends Speciality | District>({ t }: Texts, drawn: boolean): Column<Row>[] => [
  {
    id: 'students',
    title: t('practice:round.screen.card.students'),
    value: (row) => row.students,
    align: 'end',
    total: 'sum',
  },
  {
    id: 'wanted',
    title: t('practice:round.screen.card.wanted'),
    value: (row) => row.wanted,
    align: 'end',
    total: 'sum',
  },
  {
    id: 'seats',
    title: t('practice:round.screen.card.seats'),
    value: (row) => row.seats,
    align: 'end',
    total: 'sum',
  },
  ...(drawn
    ? [
        {
          id: 'placed',
          title: t('practice:round.screen.card.placed'),
          value: (row: Row) => row.placed,
          align: 'end' as const,
          total: 'sum' as const,
        },
      ]
    : []),
  {
    id: 'short',
    title: t('practice:round.screen.card.short'),
    value: (row) => shortOf(row, drawn),
    align: 'end',
    total: 'sum',
  },
];

/** Where places are short: by speciality, by district, and country and town by college. */
export function RoundShortage({ round }: { round: Round }) {
  const texts = useTexts();
  const { t } = texts;
  const drawn = round.statistics !== null;
  const specialities = useMemo(
    (): Column<Speciality>[] => [
      {
        id: 'code',
        title: t('practice:round.screen.card.speciality'),
        value: (row) => `${row.code} ${row.name}`,
        names: true,
        filter: 'text',
      },
      ...figures<Speciality>(texts, drawn),
    ],
    [texts, t, drawn],
  );
  const districts = useMemo(
    (): Column<District>[] => [
      {
        id: 'name',
        title: t('practice:round.screen.card.district'),
        value: (row) => row.name || t('practice:round.screen.card.districtUnknown'),
        names: true,
      },
      ...figures<District>(texts, drawn),
    ],
    [texts, t, drawn],
  );
  const colleges = useMemo(
    (): Column<College>[] => [
      {
        id: 'college',
        title: t('practice:round.screen.card.collegeName'),
        value: (row) => row.college,
        names: true,
      },
      {
        id: 'students',
        title: t('practice:round.screen.card.students'),
        value: (row) => row.students,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'placed',
        title: t('practice:round.screen.card.placed'),
        value: (row) => row.placed,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'rural',
        title: t('practice:round.screen.card.rural'),
        value: (row) => row.rural,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'ruralPlaced',
        title: t('practice:round.screen.card.ruralPlaced'),
        value: (row) => row.ruralPlaced,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'urban',
        title: t('practice:round.screen.card.urban'),
        value: (row) => row.urban,
        align: 'end',
        total: 'sum',
      },
      {
        id: 'urbanPlaced',
        title: t('practice:round.screen.card.urbanPlaced'),
        value: (row) => row.urbanPlaced,
        align: 'end',
        total: 'sum',
      },
    ],
    [t],
  );
  const ofSpeciality = useExport<Speciality>(
    `${round.title}, ${t('practice:round.screen.card.bySpeciality')}`,
  );
  const ofDistrict = useExport<District>(`${round.title}, ${t('practice:round.screen.card.byDistrict')}`);
  const ofCollege = useExport<College>(`${round.title}, ${t('practice:round.screen.card.colleges')}`);
  const places = round.byDistrict.flatMap((row) =>
    row.id && row.lat !== null && row.lon !== null
      ? [
          {
            id: row.id,
            name: row.name,
            short: row.name,
            lat: row.lat,
            lon: row.lon,
            value: Math.max(0, row.students - row.seats),
          },
        ]
      : [],
  );
  const empty = t('practice:round.screen.card.noPlaces');
  return (
    <>
      <DataTable
        id="round-specialities"
        prefix="s"
        title={t('practice:round.screen.card.bySpeciality')}
        columns={specialities}
        rows={round.bySpeciality}
        rowKey={(row) => row.code}
        problem={(row) => shortOf(row, drawn)}
        empty={empty}
        onExport={ofSpeciality.onExport}
      />
      <DataTable
        id="round-districts"
        prefix="d"
        title={t('practice:round.screen.card.byDistrict')}
        columns={districts}
        rows={round.byDistrict}
        rowKey={(row) => row.id ?? ''}
        problem={(row) => Math.max(0, row.students - row.seats)}
        empty={empty}
        onExport={ofDistrict.onExport}
      />
      {places.length > 2 && (
        <div className={css.map}>
          <MapOfCells
            title={t('practice:round.screen.card.map')}
            unit={t('practice:round.screen.card.mapUnit')}
            places={places}
          />
        </div>
      )}
      <DataTable
        id="round-colleges"
        prefix="k"
        title={t('practice:round.screen.card.colleges')}
        columns={colleges}
        rows={round.byCollege}
        rowKey={(row) => row.college}
        empty={empty}
        onExport={ofCollege.onExport}
      />
    </>
  );
}
