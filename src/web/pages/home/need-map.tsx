import { useTexts } from '../../text.ts';
import { MapOfCells } from '../../widgets/map/map-of-cells.tsx';
import css from './home.module.css';
import { type PublicNeed, tens } from './public-api.ts';

/** Where people are waited for; a cell that could give an enterprise away is withheld, and that is said. */
export function NeedMap({ need }: { need: PublicNeed }) {
  const { t, num } = useTexts();
  const [first] = need.years;
  const last = need.years.at(-1);
  const { municipalities, hidden } = need;
  if (municipalities.length < 3) return null;
  return (
    <div className={css.map}>
      <MapOfCells
        title={t('web:home.map.title', { years: `${first}–${last}` })}
        unit={t('web:home.map.unit')}
        places={municipalities.map((place) => ({
          id: place.code,
          name: place.name,
          short: place.shortName,
          lat: place.lat,
          lon: place.lon,
          value: place.need === null ? null : tens(place.need),
          withheld: place.withheld,
          about:
            place.need === null
              ? t(place.withheld ? 'web:home.map.withheld' : 'needs:map.noneAbout')
              : t('web:home.map.stated', { count: num(tens(place.need)) }),
        }))}
      />
      {hidden.municipalities > 0 && (
        <p className="dim small">{t('web:home.map.hidden', { count: hidden.municipalities })}</p>
      )}
    </div>
  );
}
