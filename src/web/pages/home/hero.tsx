import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../text.ts';
import { Button } from '../../widgets/button.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { Num } from '../../widgets/num.tsx';
import { Origin } from '../../widgets/origin.tsx';
import css from './home.module.css';
import { type PublicNeed, type PublicSeats, tens } from './public-api.ts';

function Search() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const go = (search: Record<string, string>) => void navigate({ to: '/study', search: search as never });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(words.trim() ? { q: words.trim() } : {});
  };
  return (
    <section className={`panel ${css.search}`} aria-labelledby="who">
      <h2 id="who">{t('web:home.who')}</h2>
      <form onSubmit={submit} className={css.find}>
        <span className={css.field}>
          <Icon name="search" />
          <input
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder={t('web:home.example')}
            aria-label={t('web:home.whoLabel')}
          />
        </span>
        <Button type="submit" kind="main">
          {t('web:home.find')}
        </Button>
      </form>
      <div className={css.chips}>
        <button type="button" onClick={() => go({ base: '9' })}>
          {t('web:home.after9')}
        </button>
        <button type="button" onClick={() => go({ base: '11' })}>
          {t('web:home.after11')}
        </button>
        <button type="button" onClick={() => go({})}>
          {t('web:home.all')}
        </button>
      </div>
    </section>
  );
}

function Facts({ need, seats }: { need: PublicNeed | null; seats: PublicSeats | null }) {
  const { t } = useTexts();
  if (!seats) return null;
  const source = seats.state === 'approved' ? t('web:home.order') : t('web:home.lastIntake');
  const facts = [
    { id: 'colleges', value: seats.colleges, short: t('web:home.registry') },
    { id: 'seats', value: seats.total, short: source },
    ...(need?.run ? [{ id: 'enterprises', value: need.enterprises, short: t('web:home.survey') }] : []),
  ] as const;
  return (
    <dl className={css.facts}>
      {facts.map((fact) => (
        <div key={fact.id}>
          <dt>
            {t(`web:home.fact.${fact.id}` as 'web:home.fact.colleges', {
              count: fact.value,
              year: String(seats.year ?? ''),
            })}
          </dt>
          <dd>
            <b>
              <Num value={fact.value} />
            </b>
            <Origin
              short={fact.short}
              facts={{
                nodes: [
                  {
                    count: fact.value,
                    noun: t(`web:home.fact.${fact.id}` as 'web:home.fact.colleges', {
                      count: fact.value,
                      year: String(seats.year ?? ''),
                    }),
                    source: fact.short,
                    to: fact.id === 'enterprises' ? '/open-data' : '/study',
                  },
                ],
              }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The one sentence: how many people until which year; while there is no forecast it says so. */
export function Hero({ need, seats }: { need: PublicNeed | null; seats: PublicSeats | null }) {
  const { t, num, date, interval } = useTexts();
  const run = need?.run;
  return (
    <div className={css.hero}>
      {need && run ? (
        <>
          <h1>
            {t('web:home.hero.before', { year: String(need.years.at(-1) ?? '') })}{' '}
            <em>{num(tens(need.need))}</em> {t('web:home.hero.after')}
          </h1>
          <p className={css.lead}>
            {t('web:home.hero.lead', {
              replacement: num(tens(need.replacement)),
              expansion: num(tens(need.expansion)),
            })}
          </p>
          <Origin
            short={t('web:home.hero.short', {
              enterprises: t('web:home.count.enterprises', { count: need.enterprises }),
              at: date(run.createdAt, 'short'),
              range: interval(tens(need.low), tens(need.high)),
            })}
            facts={{
              nodes: [
                {
                  count: tens(need.need),
                  noun: t('web:home.noun.people', { count: tens(need.need) }),
                  source: t('web:home.hero.run', { version: run.version, at: date(run.createdAt, 'long') }),
                },
                {
                  count: tens(need.replacement),
                  noun: t('web:home.noun.people', { count: tens(need.replacement) }),
                  source: t('web:home.hero.replacement'),
                },
                {
                  count: tens(need.expansion),
                  noun: t('web:home.noun.people', { count: tens(need.expansion) }),
                  source: t('web:home.hero.expansion'),
                },
                {
                  count: need.enterprises,
                  noun: t('web:home.noun.enterprises', { count: need.enterprises }),
                  source: t('web:home.survey'),
                  to: '/help/how',
                },
              ],
            }}
          />
        </>
      ) : (
        <>
          <h1>{t('web:home.empty.title')}</h1>
          <p className={css.lead}>{t('web:home.empty.text')}</p>
        </>
      )}
      <Search />
      <Facts need={need} seats={seats} />
    </div>
  );
}
