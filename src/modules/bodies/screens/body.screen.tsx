import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './bodies.module.css';
import { api, BODIES, type Card, MARKS, todayHere } from './bodies-api.ts';
import { BodyForm } from './body-form.tsx';
import { DoneForm, MemberForm, PlanForm } from './body-forms.tsx';
import { EndMemberForm } from './end-member-form.tsx';

type Decision = Card['decisions'][number];
type Member = Card['memberRows'][number];
type Open = 'edit' | 'member' | 'plan' | { done: Decision } | { leaves: Member } | null;

function Members({ card, onEnd }: { card: Card; onEnd: ((member: Member) => void) | null }) {
  const { t } = useTexts();
  const today = todayHere();
  return (
    <section aria-labelledby="members">
      <SectionHead id="members" title={t('bodies:body.members')} />
      {card.memberRows.length === 0 && <p className="dim">{t('bodies:body.noMembers')}</p>}
      <ul className={css.lines}>
        {card.memberRows.map((member) => (
          <li key={member.id} className={css.line}>
            <span>
              {member.name}, {t(`bodies:post.${member.post}`)}{' '}
              <span className="dim small">{member.organisationName}</span>
            </span>
            <span className={css.acts}>
              <span className="dim small">
                {member.to
                  ? t('bodies:body.former', { to: member.to })
                  : member.from && t('bodies:body.since', { from: member.from })}
              </span>
              {onEnd && (member.to === null || member.to > today) && (
                <Button size="s" kind="quiet" onClick={() => onEnd(member)}>
                  {t('bodies:body.end')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decisions({ card, onDone }: { card: Card; onDone: (decision: Decision) => void }) {
  const { t, date } = useTexts();
  const today = todayHere();
  return (
    <section aria-labelledby="decisions">
      <SectionHead id="decisions" title={t('bodies:body.decisions')} />
      {card.decisions.length === 0 && <p className="dim">{t('bodies:body.noDecisions')}</p>}
      <ul className={css.lines}>
        {card.decisions.map((one) => (
          <li key={one.id} className={css.line}>
            <span>
              {one.text}{' '}
              <span className="dim small">
                {[one.owner, one.due && date(one.due)].filter(Boolean).join(', ')}
              </span>
            </span>
            {one.doneOn ? (
              <StateMark state="done">
                {t('bodies:body.doneOn', { on: one.doneOn, note: one.doneNote ?? '' })}
              </StateMark>
            ) : (
              <span className={css.acts}>
                {one.due && one.due < today && (
                  <StateMark state="today">{t('bodies:list.overdue')}</StateMark>
                )}
                <Button size="s" onClick={() => onDone(one)}>
                  {t('bodies:body.markDone')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One body: who is in it, when it met, what it decided and what of it is done. */
export default function BodyPage() {
  const { t, date } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [open, setOpen] = useState<Open>(null);
  const read = useRead([...BODIES, 'one'], api.getBody, { id });
  if (read.isError) return <EmptyState title={t('bodies:list.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: card, can } = read.data;
  const close = () => setOpen(null);
  const done = open !== null && typeof open === 'object' && 'done' in open ? open.done : null;
  const leaves = open !== null && typeof open === 'object' && 'leaves' in open ? open.leaves : null;
  return (
    <>
      <PageHead
        title={card.name}
        tag={t(`bodies:kind.${card.kind}`)}
        about={card.organisationName}
        crumbs={[{ title: t('bodies:list.title'), to: '/bodies' }, { title: card.name }]}
        actions={
          open === null && (
            <>
              {can.edit && (
                <>
                  <Button icon="pencil" onClick={() => setOpen('edit')}>
                    {t('bodies:body.edit')}
                  </Button>
                  <Button onClick={() => setOpen('member')}>{t('bodies:body.addMember')}</Button>
                </>
              )}
              {can.plan && (
                <Button kind="main" onClick={() => setOpen('plan')}>
                  {t('bodies:body.plan')}
                </Button>
              )}
            </>
          )
        }
      />
      {open === 'member' && <MemberForm bodyId={id} onClose={close} />}
      {open === 'plan' && <PlanForm bodyId={id} onClose={close} />}
      {open === 'edit' && <BodyForm key={card.rev} card={card} onClose={close} onSaved={close} />}
      {done && <DoneForm key={done.id} decisionId={done.id} text={done.text} onClose={close} />}
      {leaves && <EndMemberForm key={leaves.id} member={leaves} onClose={close} />}
      {card.closedOn && (
        <p className={css.said}>
          <StateMark state="idle">{t('bodies:body.closed', { on: card.closedOn })}</StateMark>
        </p>
      )}
      {card.kind === 'platform' && (
        <p className={css.said}>
          <Link to="/practice-forms">{t('bodies:body.catalogue')}</Link>
        </p>
      )}
      <Decisions card={card} onDone={(decision) => setOpen({ done: decision })} />
      <section aria-labelledby="meetings">
        <SectionHead id="meetings" title={t('bodies:body.meetings')} />
        {card.meetings.length === 0 && <p className="dim">{t('bodies:body.noMeetings')}</p>}
        <ul className={css.lines}>
          {card.meetings.map((meeting) => (
            <li key={meeting.id} className={css.line}>
              <Link to={`/meetings/${meeting.id}`}>
                {t('bodies:meeting.title', { number: meeting.number })}, {date(meeting.heldOn)}
              </Link>
              <StateMark state={MARKS[meeting.state]}>{t(`bodies:state.meeting.${meeting.state}`)}</StateMark>
            </li>
          ))}
        </ul>
      </section>
      <Members card={card} onEnd={can.edit ? (member) => setOpen({ leaves: member }) : null} />
    </>
  );
}
