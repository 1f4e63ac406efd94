import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useRead } from '../../api.ts';
import { useTexts } from '../../text.ts';
import { Button } from '../../widgets/button.tsx';
import { EmptyState } from '../../widgets/empty-state.tsx';
import { Num } from '../../widgets/num.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { publicApi, SEATS, type SeatOffer } from '../home/public-api.ts';
import css from '../page.module.css';

const STEP = 30;

function Offer({ offer }: { offer: SeatOffer }) {
  const { t, tId } = useTexts();
  const [years, months] = [Math.floor(offer.months / 12), offer.months % 12];
  const length = [
    years > 0 ? t('web:study.years', { count: years }) : '',
    months > 0 ? t('web:study.months', { count: months }) : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <li className={`panel ${css.offer}`}>
      <h2>{offer.name}</h2>
      <p>
        {offer.college}
        {offer.municipality && `, ${offer.municipality}`}
      </p>
      <p>
        {t('web:study.terms', {
          base: String(offer.base),
          form: tId(`order:screen.form.${offer.form}`),
          length,
          code: offer.code,
        })}
      </p>
      <span className={css.seats}>
        <b>
          <Num value={offer.seats} />
        </b>
        {t('web:study.seats', { count: offer.seats })}
      </span>
    </li>
  );
}

/** Where one can study free of charge; the search stands in the address, so a finding can be sent. */
export default function Study() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { q?: string; base?: string; place?: string };
  const { q = '', base = '', place = '' } = search;
  const [limit, setLimit] = useState(STEP);
  const words = useDeferredValue(q);
  const read = useRead(SEATS, publicApi.seats, words.trim() ? { search: words.trim() } : {}, {
    placeholderData: (old) => old,
  });
  const data = read.data?.data;
  const put = (next: Record<string, string | undefined>) => {
    setLimit(STEP);
    void navigate({ to: '.', search: { ...search, ...next } as never, replace: true, resetScroll: false });
  };
  const all = data?.rows ?? [];
  const towns = [...new Set(all.flatMap((row) => (row.municipality ? [row.municipality] : [])))].sort(
    (a, b) => a.localeCompare(b, 'ru'),
  );
  const rows = all.filter(
    (row) => (base === '' || String(row.base) === base) && (place === '' || row.municipality === place),
  );
  const seats = rows.reduce((sum, row) => sum + row.seats, 0);
  return (
    <div className={css.wrap}>
      <PageHead
        title={t('web:study.title')}
        about={
          data &&
          t(data.state === 'approved' ? 'web:study.approved' : 'web:study.last', {
            year: String(data.year ?? ''),
          })
        }
      />
      <form className={css.bar} onSubmit={(event) => event.preventDefault()}>
        <label>
          {t('web:home.whoLabel')}
          <input
            type="search"
            value={q}
            placeholder={t('web:home.example')}
            onChange={(event) => put({ q: event.target.value || undefined })}
          />
        </label>
        <label>
          {t('web:study.base')}
          <select value={base} onChange={(event) => put({ base: event.target.value || undefined })}>
            <option value="">{t('web:study.any')}</option>
            <option value="9">{t('web:home.after9')}</option>
            <option value="11">{t('web:home.after11')}</option>
          </select>
        </label>
        <label>
          {t('web:study.place')}
          <select value={place} onChange={(event) => put({ place: event.target.value || undefined })}>
            <option value="">{t('web:study.wherever')}</option>
            {towns.map((town) => (
              <option key={town} value={town}>
                {town}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p className="dim" role="status">
        {data && rows.length > 0 && t('web:study.found', { count: rows.length, seats })}
      </p>
      {read.isError && <p role="alert">{t('web:home.noServer')}</p>}
      {data && rows.length === 0 && (
        <EmptyState level={2} text={t(q || base || place ? 'web:study.nothing' : 'web:study.none')}>
          {(q || base || place) && (
            <Button onClick={() => put({ q: undefined, base: undefined, place: undefined })}>
              {t('web:study.clear')}
            </Button>
          )}
        </EmptyState>
      )}
      <ul className={css.offers}>
        {rows.slice(0, limit).map((row) => (
          <Offer key={`${row.code} ${row.college} ${row.base} ${row.form}`} offer={row} />
        ))}
      </ul>
      {rows.length > limit && (
        <Button kind="quiet" onClick={() => setLimit(limit + STEP)}>
          {t('web:table.more', { count: Math.min(STEP, rows.length - limit) })}
        </Button>
      )}
    </div>
  );
}
