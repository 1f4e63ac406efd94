import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { MapOfCells } from '../../../web/widgets/map/map-of-cells.tsx';
import css from './practice.module.css';
import type { Offer } from './practice-api.ts';
import { readMunicipalities } from './read-municipalities.ts';

/** Free places by municipality; plants of restricted access are not on it. */
export function PlacesMap({ rows }: { rows: Offer[] }) {
  const { t } = useTexts();
  const list = useRead(['registry', 'municipalities'], readMunicipalities, {});
  const free = new Map<string, number>();
  for (const row of rows)
    if (row.municipalityId && !row.restricted)
      free.set(row.municipalityId, (free.get(row.municipalityId) ?? 0) + row.capacity - row.taken);
  const places = (list.data?.data.rows ?? []).map(({ id, name, shortName, lat, lon }) => ({
    id,
    name,
    lat,
    lon,
    short: shortName,
    value: free.get(id) ?? 0,
  }));
  if (places.length === 0) return null;
  return (
    <div className={css.map}>
      <MapOfCells
        title={t('practice:screen.places.map')}
        unit={t('practice:screen.places.mapUnit')}
        places={places}
      />
    </div>
  );
}
