import { Link } from '@tanstack/react-router';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { Icon } from '../../../web/widgets/icon.tsx';
import { StateIcon, StateMark } from '../../../web/widgets/state-mark.tsx';
import { LeaveRound } from './my-round-leave.tsx';
import { wayTo } from './my-round-place.tsx';
import { otherwise, whyNot } from './my-round-why.ts';
import { api, MY_ROUNDS, type MyResult, type MyRound } from './round-api.ts';
import css from './rounds.module.css';

interface Props {
  round: MyRound;
  result: MyResult;
}

function Got({ round, result }: Props) {
  const texts = useTexts();
  const { t, dateRange } = texts;
  const offer = round.offers.find(({ id }) => id === result.offerId);
  if (!result.offerId)
    return (
      <div className={`panel ${css.result}`}>
        <h2>{t('practice:round.screen.mine.noPlace')}</h2>
        <p>{t('practice:round.screen.mine.noPlaceAbout')}</p>
      </div>
    );
  const head = result.administrative
    ? t('practice:round.screen.mine.yourPlaceAdministrative')
    : result.pinned
      ? t('practice:round.screen.mine.yourPlacePinned')
      : result.rank
        ? t('practice:round.screen.mine.yourPlaceRank', { rank: result.rank })
        : t('practice:round.screen.mine.yourPlace');
  return (
    <div className={`panel ${css.result} ${css.good}`}>
      <p className={css.kicker}>{head}</p>
      <h2>{result.host}</h2>
      <p>{result.title}</p>
      {result.administrative && <p>{t('practice:round.screen.mine.administrativeAbout')}</p>}
      <p className={css.fact}>
        <Icon name="calendar" size={18} />
        <span>
          {dateRange(round.from, round.to)}
          {offer && (
            <small>{t('practice:round.screen.mine.hoursLine', { hours: offer.minutesADay / 60 })}</small>
          )}
        </span>
      </p>
      {offer && (
        <p className={css.fact}>
          <Icon name="place" size={18} />
          <span>
            {offer.address}
            <small>{wayTo(offer, texts)}</small>
          </span>
        </p>
      )}
    </div>
  );
}

function Reasons({ round, result }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const got = result.rank !== null && !result.administrative;
  if (result.refusals.length === 0 && !got) return null;
  return (
    <>
      <h3>{t('practice:round.screen.mine.whySo')}</h3>
      <ol className={css.reasons}>
        {result.refusals.map((refusal, k) => {
          const change = otherwise(refusal, texts);
          return (
            <li key={refusal.offerId}>
              <StateIcon state="idle" />
              <b>
                {k + 1}. {refusal.host}
              </b>
              <span className="dim"> {refusal.title}</span>
              <p>{whyNot(refusal, round, texts).join(' ')}</p>
              {change && <p className="dim">{change}</p>}
            </li>
          );
        })}
        {got && (
          <li>
            <StateIcon state="done" />
            <b>
              {result.rank}. {result.host}
            </b>
            <p>
              {t(
                (result.position ?? 0) > (result.seats ?? 0)
                  ? 'practice:round.why.gotLater'
                  : 'practice:round.why.got',
                {
                  position: result.position ?? 0,
                  seats: result.seats ?? 0,
                },
              )}
            </p>
          </li>
        )}
      </ol>
      <p className={css.otherwise}>
        {result.sameIfFirst &&
          `${t('practice:round.screen.mine.sameIfFirst', { title: result.host ?? '' })} `}
        {t(result.lotMattered ? 'practice:round.screen.mine.lotYes' : 'practice:round.screen.mine.lotNo')}
      </p>
    </>
  );
}

/** The result: the place or its want, the reason for every place above it, what would have changed it, the answer. */
export function RoundResult({ round, result }: Props) {
  const { t } = useTexts();
  const confirm = useChange(api.confirmPlace, [MY_ROUNDS]);
  const answers = result.offerId !== null && !round.withdrawn && round.placementId !== null;
  return (
    <section className={css.phone} aria-label={`${round.plan}, ${round.title}`}>
      <p className="dim">
        {round.plan}, {round.title}
      </p>
      <Got round={round} result={result} />
      <Reasons round={round} result={result} />
      <p className="small">
        <Link to={`/draws/${round.id}`} search={{ number: round.pseudonym ?? '' } as never}>
          {t('practice:round.screen.mine.check')}
        </Link>
        <br />
        <span className={`dim ${css.hash}`}>
          {t('practice:round.screen.mine.pseudonym', { pseudonym: round.pseudonym ?? '' })}
        </span>
      </p>
      {round.withdrawn && (
        <p>
          <StateMark state="idle">{t('practice:round.screen.mine.withdrawn')}</StateMark>
        </p>
      )}
      {answers && round.confirmed && (
        <p>
          <StateMark state="done">{t('practice:round.screen.mine.taken')}</StateMark>{' '}
          <Link to="/my-practice">{t('practice:round.screen.mine.toPractice')}</Link>
        </p>
      )}
      {confirm.isError && <p role="alert">{confirm.error.message}</p>}
      {answers && (
        <div className={css.bar}>
          {!round.confirmed && (
            <p>
              {round.answerBy
                ? t('practice:round.screen.mine.answerBy', { on: round.answerBy })
                : t('practice:round.screen.mine.answerSoon')}
            </p>
          )}
          <div className={css.barActs}>
            <LeaveRound round={round} label={t('practice:round.screen.mine.refuse')} />
            {!round.confirmed && (
              <Button
                kind="main"
                size="l"
                busy={confirm.isPending}
                onClick={() => confirm.mutate({ id: round.id })}
              >
                {t('practice:round.screen.mine.take')}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
