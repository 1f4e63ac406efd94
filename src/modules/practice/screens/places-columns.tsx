import type { Texts } from '../../../web/text.ts';
import { PlaceCells } from '../../../web/widgets/cells.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import type { Column } from '../../../web/widgets/table/index.ts';
import css from './practice.module.css';
import type { Offer } from './practice-api.ts';

/** What the place asks for and gives, in one line. */
export const asks = ({ t }: Texts, row: Offer): string =>
  [
    t('practice:screen.places.hours', { hours: row.minutesADay / 60, days: row.daysAWeek }),
    row.pay > 0 ? t('practice:screen.places.pay', { pay: row.pay }) : t('practice:screen.places.noPay'),
    row.needsMedical ? t('practice:screen.places.medical') : '',
    row.takesMinors ? '' : t('practice:screen.places.adults'),
    row.lodging === 'none' ? '' : t(`practice:lodging.${row.lodging}`),
    row.transport === 'none' ? '' : t(`practice:transport.${row.transport}`),
    row.employs ? t('practice:screen.places.employs') : '',
    row.minGroup > 1 ? t('practice:screen.places.group', { count: row.minGroup }) : '',
  ]
    .filter(Boolean)
    .join(', ');

function Next({ row, own, t }: { row: Offer; own: boolean; t: Texts['t'] }) {
  if (row.state !== 'open')
    return <StateMark state="waiting">{t(`practice:state.offer.${row.state}`)}</StateMark>;
  if (own && row.taken > 0 && row.mentors === 0)
    return <StateMark state="remind">{t('practice:screen.places.nameMentor')}</StateMark>;
  if (row.taken >= row.capacity) return <span className="dim">{t('practice:screen.places.full')}</span>;
  if (own && row.taken === 0)
    return <StateMark state="waiting">{t('practice:screen.places.waits')}</StateMark>;
  return <span className="dim">{t('practice:screen.places.open')}</span>;
}

export const placesColumns = (
  texts: Texts,
  own: boolean,
  edit: ((id: string) => void) | null,
): Column<Offer>[] => {
  const { t, date } = texts;
  const taken = (row: Offer) =>
    t('practice:screen.places.takenOf', { taken: row.taken, capacity: row.capacity });
  return [
    {
      id: 'title',
      title: t('practice:screen.places.place'),
      value: (row) => row.title,
      cell: (row) => (
        <span className={css.stack}>
          {edit ? (
            <button type="button" className={`link ${css.name}`} onClick={() => edit(row.id)}>
              {row.title}
            </button>
          ) : (
            row.title
          )}
          <small className="dim">{row.programmes.join(', ')}</small>
        </span>
      ),
      names: true,
      filter: 'text',
    },
    ...(own
      ? []
      : [
          {
            id: 'host',
            title: t('practice:screen.places.host'),
            value: (row: Offer) => row.organisation,
            filter: 'text' as const,
            card: 'wide' as const,
          },
        ]),
    {
      id: 'taken',
      title: t('practice:screen.places.taken'),
      value: (row) => row.taken,
      cell: (row) =>
        row.capacity <= 8 ? (
          <PlaceCells taken={row.taken} capacity={row.capacity} label={taken(row)} />
        ) : (
          <span className="num">{taken(row)}</span>
        ),
      total: 'sum',
    },
    {
      id: 'days',
      title: t('practice:screen.places.days'),
      value: (row) => row.from,
      cell: (row) => (
        <span className={css.stack}>
          <span className="num">{date(row.from)} –</span>
          <span className="num">{date(row.to)}</span>
        </span>
      ),
      card: 'wide',
    },
    {
      id: 'where',
      title: t('practice:screen.places.where'),
      value: (row) => row.municipality,
      cell: (row) => (
        <span className={css.stack}>
          <span>
            {row.municipality}
            {row.isRural && <small className="dim">, {t('practice:screen.places.rural')}</small>}
          </span>
          <small className="dim">{row.address ?? t('practice:screen.places.restricted')}</small>
        </span>
      ),
      filter: 'text',
      card: 'wide',
    },
    ...(own
      ? []
      : [
          {
            id: 'km',
            title: t('practice:screen.places.km'),
            value: (row: Offer) => row.km,
            cell: (row: Offer) =>
              row.km === null ? (
                <span className="dim">{t('practice:screen.places.restricted')}</span>
              ) : (
                <Num value={row.km} digits={0} />
              ),
            align: 'end' as const,
          },
        ]),
    {
      id: 'asks',
      title: t('practice:screen.places.asks'),
      width: 210,
      value: (row) => asks(texts, row),
      quiet: true,
      sort: false,
      card: 'wide',
    },
    {
      id: 'mentors',
      optional: !own,
      title: t('practice:screen.places.mentors'),
      value: (row) => row.mentors,
      cell: (row) =>
        row.mentors > 0 ? (
          <Num value={row.mentors} />
        ) : (
          <span className="dim">{t('practice:screen.places.noMentors')}</span>
        ),
      align: 'end',
      quiet: true,
    },
    {
      id: 'state',
      title: t('practice:screen.places.state'),
      value: (row) => t(`practice:state.offer.${row.state}`),
      cell: (row) => <Next row={row} own={own} t={t} />,
      width: 150,
      card: 'wide',
    },
  ];
};
