import { useRead } from '../../api.ts';
import { useTexts } from '../../text.ts';
import { Hero } from './hero.tsx';
import css from './home.module.css';
import { MostNeeded } from './most-needed.tsx';
import { NeedMap } from './need-map.tsx';
import { NEED, publicApi, SEATS } from './public-api.ts';
import { Ways } from './ways.tsx';

/** What anybody sees first: whom the region needs, where, and where to learn it. */
export default function Home() {
  const { t } = useTexts();
  const need = useRead(NEED, publicApi.need, {});
  const seats = useRead(SEATS, publicApi.seats, {});
  if (need.isPending) return <div className={css.waiting} />;
  const data = need.data?.data ?? null;
  return (
    <>
      <div className={css.wrap}>
        <div className={css.top}>
          <Hero need={data} seats={seats.data?.data ?? null} />
          {data?.run && <NeedMap need={data} />}
        </div>
        {need.isError && <p role="alert">{t('web:home.noServer')}</p>}
        {data?.run && <MostNeeded need={data} />}
      </div>
      <Ways />
    </>
  );
}
