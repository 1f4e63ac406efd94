import { apiOf, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { MapOfCells, type MapPlace } from '../../../web/widgets/map/map-of-cells.tsx';
import { contract as registry } from '../../registry/contract.ts';
import { tens, type Zone } from './forecast-api.ts';

const places = apiOf(registry);

/** One cell a planning zone, at the mean of its centres: what lacks there in the year. */
export function ZoneMap({ year, zones }: { year: number; zones: Zone[] }) {
  const { t, num } = useTexts();
  const list = useRead(['registry', 'municipalities'], places.listMunicipalities, {});
  const towns = list.data?.data.rows ?? [];
  const cells = zones.flatMap((row): MapPlace[] => {
    const own = towns.filter((town) => town.zoneCode === row.zone);
    if (own.length === 0) return [];
    const mean = (of: (town: (typeof own)[number]) => number) =>
      own.reduce((s, town) => s + of(town), 0) / own.length;
    return [
      {
        id: row.zone,
        name: row.name,
        lat: mean((town) => town.lat),
        lon: mean((town) => town.lon),
        value: tens(row.gap),
        about: (
          <>
            <div>{t('forecast:screen.map.need', { count: num(tens(row.need)) })}</div>
            <div>{t('forecast:screen.map.supply', { count: num(tens(row.pipeline + row.otherSupply)) })}</div>
          </>
        ),
      },
    ];
  });
  if (cells.length < 3) return null;
  return (
    <MapOfCells
      title={t('forecast:screen.map.title', { year: String(year) })}
      unit={t('forecast:screen.map.unit')}
      places={cells}
    />
  );
}
