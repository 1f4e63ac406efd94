import { apiOf, useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { contract as registry } from '../../registry/contract.ts';
import css from './hiring.module.css';
import { api, MINE, type Work } from './hiring-api.ts';

const consents = apiOf({ giveConsent: registry.giveConsent, withdrawConsent: registry.withdrawConsent });

function OfferCard({ row }: { row: Work['offers'][number] }) {
  const { t, money } = useTexts();
  const answer = useChange(api.answerOffer, [MINE]);
  return (
    <section className={`panel ${css.card}`}>
      <h2>{row.post}</h2>
      <p>{row.organisation}</p>
      <p className="dim">
        {[
          row.pay === null
            ? t('hiring:screen.offers.noPay')
            : t('hiring:screen.mine.pay', { pay: money(row.pay) }),
          t('hiring:screen.mine.startsOn', { on: row.startsOn }),
        ].join('. ')}
      </p>
      {row.words && <p className={css.said}>{row.words}</p>}
      {row.state === 'made' ? (
        <>
          <p>{t('hiring:screen.mine.answerUntil', { until: row.answerUntil })}</p>
          {answer.error && <p role="alert">{answer.error.message}</p>}
          <div className={css.acts}>
            <Button
              size="l"
              kind="main"
              busy={answer.isPending}
              onClick={() => answer.mutate({ id: row.id, answer: 'accept' })}
            >
              {t('hiring:screen.mine.accept')}
            </Button>
            <Button
              size="l"
              busy={answer.isPending}
              onClick={() => answer.mutate({ id: row.id, answer: 'decline' })}
            >
              {t('hiring:screen.mine.decline')}
            </Button>
          </div>
        </>
      ) : (
        <StateMark state={['accepted', 'started'].includes(row.state) ? 'done' : 'idle'}>
          {t(`hiring:state.offer.${row.state}`)}
        </StateMark>
      )}
    </section>
  );
}

function InvitationCard({ row }: { row: Work['invitations'][number] }) {
  const { t } = useTexts();
  const answer = useChange(api.answerInvitation, [MINE]);
  return (
    <section className={`panel ${css.card}`}>
      <h2>{row.organisation}</h2>
      <p>{row.words}</p>
      {(row.meetOn || row.place) && (
        <p className="dim">
          {[row.meetOn && t('hiring:screen.mine.meetOn', { on: row.meetOn }), row.place]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {answer.error && <p role="alert">{answer.error.message}</p>}
      {row.state === 'sent' ? (
        <div className={css.acts}>
          <Button
            size="l"
            busy={answer.isPending}
            onClick={() => answer.mutate({ id: row.id, answer: 'accept' })}
          >
            {t('hiring:screen.mine.meet')}
          </Button>
          <Button
            size="l"
            busy={answer.isPending}
            onClick={() => answer.mutate({ id: row.id, answer: 'decline' })}
          >
            {t('hiring:screen.mine.decline')}
          </Button>
        </div>
      ) : (
        <p className="dim">{t(`hiring:state.invitation.${row.state}`)}</p>
      )}
    </section>
  );
}

function ConsentCard({ row }: { row: Work['consents'][number] }) {
  const { t } = useTexts();
  const give = useChange(consents.giveConsent, [MINE]);
  const withdraw = useChange(consents.withdrawConsent, [MINE]);
  const failed = give.error ?? withdraw.error;
  return (
    <section className={`panel ${css.card}`}>
      <p>{row.text}</p>
      {row.givenOn && <p className="dim">{t('hiring:screen.mine.givenOn', { on: row.givenOn })}</p>}
      {row.needsPaper && <StateMark state="remind">{t('hiring:screen.mine.needsPaper')}</StateMark>}
      {failed && <p role="alert">{failed.message}</p>}
      <div className={css.acts}>
        {row.id ? (
          <Button size="l" busy={withdraw.isPending} onClick={() => withdraw.mutate({ id: row.id ?? '' })}>
            {t('hiring:screen.mine.withdraw')}
          </Button>
        ) : (
          <Button
            size="l"
            busy={give.isPending}
            onClick={() => give.mutate({ purpose: row.purpose, version: row.version })}
          >
            {t('hiring:screen.mine.give')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** The student's own page, phone first: offers and invitations, who sees me, my consents. */
export default function Mine() {
  const { t } = useTexts();
  const read = useRead(MINE, api.myWork, {});
  if (read.isError) return <EmptyState title={t('hiring:screen.mine.title')} text={read.error.message} />;
  const work = read.data?.data;
  const seenBy = work?.seenBy ?? [];
  return (
    <>
      <PageHead title={t('hiring:screen.mine.title')} about={t('hiring:screen.mine.about')} />
      {work && work.offers.length + work.invitations.length === 0 && (
        <EmptyState level={2} text={t('hiring:screen.mine.empty')} />
      )}
      <div className={css.cards}>
        {work?.offers.map((row) => (
          <OfferCard key={row.id} row={row} />
        ))}
        {work?.invitations.map((row) => (
          <InvitationCard key={row.id} row={row} />
        ))}
      </div>
      <div className={css.gap}>
        <SectionHead title={t('hiring:screen.mine.seenBy')} />
      </div>
      <p className="dim">
        {t(seenBy.length > 0 ? 'hiring:screen.mine.seenByAbout' : 'hiring:screen.mine.seenByNobody')}
      </p>
      <ul>
        {seenBy.map((it) => (
          <li key={`${it.organisation} ${it.ground}`}>
            {it.organisation} <span className="dim">{t(`hiring:seenBy.${it.ground}`)}</span>
          </li>
        ))}
      </ul>
      <div className={css.gap}>
        <SectionHead title={t('hiring:screen.mine.consents')} />
      </div>
      <div className={css.cards}>
        {work?.consents.map((row) => (
          <ConsentCard key={row.purpose} row={row} />
        ))}
      </div>
    </>
  );
}
