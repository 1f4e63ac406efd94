import type { DragEvent } from 'react';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { Icon } from '../../../web/widgets/icon.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import type { MyOffer } from './round-api.ts';
import css from './rounds.module.css';

interface Props {
  offer: MyOffer;
  /** Its number in the own list; absent: it is not in it. */
  place?: number;
  dragging?: boolean;
  onDragStart?: () => void;
  onDrop?: (event: DragEvent) => void;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove?: () => void;
  onAdd?: (() => void) | undefined;
}

export function wayTo({ km, municipality }: Pick<MyOffer, 'km' | 'municipality'>, { t }: Texts): string {
  const far =
    km === null
      ? t('practice:round.screen.mine.kmUnknown')
      : km === 0
        ? t('practice:round.screen.mine.sameDistrict')
        : t('practice:round.screen.mine.km', { km });
  return municipality ? `${municipality}, ${far}` : far;
}

const gives = ({ lodging, transport, pay }: MyOffer, { t }: Texts) =>
  [
    ...(lodging === 'none' ? [] : [t(`practice:lodging.${lodging}`)]),
    ...(transport === 'none' ? [] : [t(`practice:transport.${transport}`)]),
    pay > 0 ? t('practice:round.screen.mine.pay', { pay }) : t('practice:round.screen.mine.noPay'),
  ].join(', ');

function Asks({ offer }: { offer: MyOffer }) {
  const { t, tId } = useTexts();
  if (offer.left)
    return (
      <p>
        <StateMark state="blocks">{t('practice:round.screen.mine.gone')}</StateMark>
      </p>
    );
  if (offer.refused)
    return (
      <p>
        <StateMark state="blocks">
          {t('practice:round.screen.mine.notFor', { why: tId(offer.refused.key, offer.refused.params) })}
        </StateMark>
      </p>
    );
  const key =
    offer.leavesHome && offer.needsMedical
      ? 'asksBoth'
      : offer.leavesHome
        ? 'asksLeave'
        : offer.needsMedical
          ? 'asksMedical'
          : null;
  return key ? (
    <p>
      <StateMark state="remind">{t(`practice:round.screen.mine.${key}`)}</StateMark>
    </p>
  ) : null;
}

/** One place: where, how far, what it gives and what it asks; up and down beside dragging. */
export function PlaceCard({ offer, place, onUp, onDown, onRemove, onAdd, ...drag }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { title, host, seats, wanted, minGroup, minutesADay } = offer;
  const ranked = place !== undefined;
  return (
    <li
      className={`panel ${css.place} ${drag.dragging ? css.dragging : ''}`}
      draggable={ranked}
      onDragStart={drag.onDragStart}
      onDragOver={ranked ? (event) => event.preventDefault() : undefined}
      onDrop={drag.onDrop}
    >
      {ranked && <b className={css.number}>{place}</b>}
      <div className={css.placeBody}>
        <h3>{host}</h3>
        <p>{title}</p>
        <p className="dim">
          {wayTo(offer, texts)}, {gives(offer, texts)}
        </p>
        <p className="dim">
          {t('practice:round.screen.mine.seats', { seats, wanted })},{' '}
          {t('practice:round.screen.mine.hours', { hours: minutesADay / 60 })}
          {minGroup > 1 && `, ${t('practice:round.screen.mine.minGroup', { count: minGroup })}`}
        </p>
        <Asks offer={offer} />
        {onAdd && (
          <Button
            icon="plus"
            onClick={onAdd}
            aria-label={`${t('practice:round.screen.mine.addOne')}: ${host}`}
          >
            {t('practice:round.screen.mine.addOne')}
          </Button>
        )}
      </div>
      {ranked && (
        <div className={css.moves}>
          <Move label={t('practice:round.screen.mine.up', { title: host })} icon="up" onMove={onUp} />
          <Move
            label={t('practice:round.screen.mine.remove', { title: host })}
            icon="close"
            onMove={onRemove}
          />
          <Move label={t('practice:round.screen.mine.down', { title: host })} icon="down" onMove={onDown} />
        </div>
      )}
    </li>
  );
}

function Move({
  label,
  icon,
  onMove,
}: {
  label: string;
  icon: 'up' | 'down' | 'close';
  onMove?: (() => void) | undefined;
}) {
  return (
    <button
      type="button"
      className={css.move}
      aria-label={label}
      aria-disabled={onMove ? undefined : true}
      onClick={onMove}
    >
      <Icon name={icon} size={20} />
    </button>
  );
}
