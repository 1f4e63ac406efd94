import { type DragEvent, useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormSummary, problemsFromServer } from '../../../web/widgets/form.tsx';
import { Sheet } from '../../../web/widgets/sheet.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { WhyButton } from '../../../web/widgets/why-drawer.tsx';
import { useRankDraft } from './my-round-draft.ts';
import { LeaveRound } from './my-round-leave.tsx';
import { PlaceCard } from './my-round-place.tsx';
import { api, MY_ROUNDS, type MyRound } from './round-api.ts';
import css from './rounds.module.css';

function Honest({ round }: { round: MyRound }) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const safe = round.rule === 'student-optimal';
  return (
    <p>
      {t(safe ? 'practice:round.screen.mine.about' : 'practice:round.screen.mine.aboutOther')}{' '}
      <WhyButton opened={opened} onClick={() => setOpened(true)}>
        {t('practice:round.screen.mine.whyHonest')}
      </WhyButton>
      <Sheet
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('practice:round.screen.mine.honestTitle')}
      >
        <p>
          {safe
            ? t('practice:round.screen.mine.honest')
            : t('practice:round.screen.mine.honestNot', { rule: t(`practice:round.rule.${round.rule}`) })}
        </p>
      </Sheet>
    </p>
  );
}

/** Moves one of a list to another place in it. */
function moved(list: readonly string[], from: number, to: number): string[] {
  const next = list.filter((_, k) => k !== from);
  next.splice(to, 0, list[from] as string);
  return next;
}

/** Places in the student's own order, by buttons or by dragging; the draft is kept while it is not sent. */
export function RankPlaces({ round }: { round: MyRound }) {
  const { t } = useTexts();
  const { list, change, discard, state } = useRankDraft(round.id, round.ranks);
  const send = useChange(api.rankPlaces, [MY_ROUNDS]);
  const [consent, setConsent] = useState(round.pseudonym !== null && !round.withdrawn);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [adding, setAdding] = useState(list.length === 0);
  const known = new Map(round.offers.map((offer) => [offer.id, offer]));
  const chosen = list.flatMap((id) => known.get(id) ?? []);
  const rest = round.offers.filter(({ id, left }) => !list.includes(id) && !left);
  const fit = rest.filter(({ refused }) => !refused);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= list.length) return;
    change(moved(list, from, to));
    const title = known.get(list[from] ?? '')?.title ?? '';
    setSaid(t('practice:round.screen.mine.moved', { title, place: to + 1, count: list.length }));
  };
  const drop = (to: number) => (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null) move(dragged, to);
    setDragged(null);
  };
  const submit = () => send.mutate({ id: round.id, offerIds: list, rev: round.rev }, { onSuccess: discard });
  const until = { at: round.freezesAt };
  const words =
    state === 'saved' ? 'saved' : state === 'unsent' ? 'unsent' : round.pseudonym ? 'sent' : 'unsent';
  if (round.pinned)
    return (
      <section className={css.phone}>
        <h2>{round.plan}</h2>
        <p>
          <StateMark state="done">
            {t('practice:round.screen.mine.pinnedSaid', { place: round.pinned })}
          </StateMark>
        </p>
      </section>
    );
  return (
    <section className={css.phone} aria-label={`${round.plan}, ${round.title}`}>
      <h2>{round.plan}</h2>
      <p className="dim">{round.title}</p>
      <Honest round={round} />
      {round.withdrawn && (
        <p>
          <StateMark state="idle">{t('practice:round.screen.mine.withdrawn')}</StateMark>
        </p>
      )}
      {send.isError && (
        <FormSummary problems={problemsFromServer(send.error, t('web:form.notSaved'))} labels={{}} />
      )}
      {chosen.length === 0 && <p className="dim">{t('practice:round.screen.mine.chosenEmpty')}</p>}
      <ol className={css.ranked} aria-label={t('practice:round.screen.mine.chosen')}>
        {chosen.map((offer, k) => (
          <PlaceCard
            key={offer.id}
            offer={offer}
            place={k + 1}
            dragging={dragged === k}
            onDragStart={() => setDragged(k)}
            onDrop={drop(k)}
            onUp={k > 0 ? () => move(k, k - 1) : undefined}
            onDown={k < chosen.length - 1 ? () => move(k, k + 1) : undefined}
            onRemove={() => change(list.filter((id) => id !== offer.id))}
          />
        ))}
      </ol>
      <p className="sr" role="status">
        {said}
      </p>
      {rest.length > 0 && !adding && (
        <button type="button" className={css.more} onClick={() => setAdding(true)}>
          + {t('practice:round.screen.mine.add', { count: fit.length })}
        </button>
      )}
      {adding && (
        <ul className={css.ranked}>
          {[...fit, ...rest.filter(({ refused }) => refused)].map((offer) => (
            <PlaceCard
              key={offer.id}
              offer={offer}
              onAdd={offer.refused ? undefined : () => change([...list, offer.id])}
            />
          ))}
        </ul>
      )}
      <label className={css.check}>
        <input type="checkbox" checked={consent} onChange={() => setConsent(!consent)} />
        <span>{t('practice:round.screen.mine.consent')}</span>
      </label>
      <LeaveRound round={round} />
      <div className={css.bar}>
        <div className={css.barRow}>
          <p>
            <b>{t(`practice:round.screen.mine.${words}`, { count: list.length })}</b>
            <span>{t('practice:round.screen.mine.until', until)}</span>
          </p>
          <Button
            kind="main"
            size="l"
            busy={send.isPending}
            onClick={submit}
            {...(!consent && { blocked: t('practice:round.screen.mine.consentNeeded') })}
          >
            {t('practice:round.screen.mine.send')}
          </Button>
        </div>
      </div>
    </section>
  );
}
