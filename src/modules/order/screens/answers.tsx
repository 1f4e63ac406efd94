import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './answers.module.css';
import { ObjectionList } from './objection-list.tsx';
import { ANSWERS, type Answers, api, type Objection, ORDER, type Variant } from './order-api.ts';
import { ReplyForm } from './reply-form.tsx';

type Row = Answers['rows'][number];

const markOf = (row: Row): State =>
  row.silent ? 'blocks' : row.state === 'accepted' ? 'done' : row.state === 'objected' ? 'remind' : 'waiting';

function College({ row, reply }: { row: Row; reply: boolean }) {
  const { t, date, num } = useTexts();
  const [open, setOpen] = useState<Objection | null>(null);
  const change = row.seats - row.lastYear;
  return (
    <li>
      <div className={css.college}>
        <b>{row.college}</b>
        <StateMark state={markOf(row)}>
          {t(`order:screen.answers.state.${row.silent ? 'silent' : row.state}`)}
          {row.late && `, ${t('order:screen.answers.state.late')}`}
        </StateMark>
        <span className="dim num">
          {t('order:screen.trained.seats', { count: row.seats })}
          {change !== 0 && ` (${num(change, { sign: true })})`}
        </span>
        {row.answeredAt && (
          <span className="dim">
            {[date(row.answeredAt, 'day'), row.answeredBy].filter(Boolean).join(', ')}
          </span>
        )}
      </div>
      <ObjectionList
        objections={row.objections}
        act={(one) =>
          reply &&
          (open?.id === one.id ? (
            <ReplyForm college={row.college} objection={one} onClose={() => setOpen(null)} />
          ) : (
            <Button size="s" onClick={() => setOpen(one)}>
              {t(one.verdict ? 'order:screen.answers.reply.again' : 'order:screen.answers.reply.open')}
            </Button>
          ))
        }
      />
      {row.note && <p className="dim">{row.note}</p>}
    </li>
  );
}

/** Numbers the ministry has taken into account become a new variant with one press: its price is recounted. */
function Recount({ variant, rows }: { variant: Variant; rows: Row[] }) {
  const { t } = useTexts();
  const start = useChange(api.startVariant, [ORDER]);
  const taken = rows.flatMap((row) => row.objections.filter(({ verdict }) => verdict === 'taken'));
  if (start.isSuccess)
    return (
      <StateMark state="waiting">
        {t('order:screen.answers.recounted', { version: start.data.data.version })}
      </StateMark>
    );
  if (taken.length === 0) return null;
  const send = () => {
    const changed = new Set(taken.map((one) => one.programmeId));
    start.mutate({
      title: t('order:screen.answers.recountTitle', { count: taken.length }),
      decisionYear: variant.decisionYear,
      basedOn: variant.id,
      decisions: [
        ...variant.decisions.filter((one) => !changed.has(one.programmeId)),
        ...taken.map(({ programmeId, seats, reason }) => ({
          programmeId,
          seats,
          reason: t('order:screen.answers.recountReason', { reason }).slice(0, 500),
        })),
      ],
    });
  };
  return (
    <div className={css.acts}>
      <Button busy={start.isPending} onClick={send}>
        {t('order:screen.answers.recount')}
      </Button>
      {start.isError && <p role="alert">{start.error.message}</p>}
    </div>
  );
}

const COUNTED = ['accepted', 'objected', 'waiting', 'silent'] as const;

/** What the colleges say to the proposal: four numbers, then college by college, the objecting ones first. */
export function ProposalAnswers({ variant, start }: { variant: Variant; start: boolean }) {
  const { t, date, num } = useTexts();
  const read = useRead([...ANSWERS, variant.id], api.listAnswers, { id: variant.id }, { retry: false });
  const seen = read.data?.data;
  if (!seen || seen.counts.asked === 0) return null;
  const { counts, due } = seen;
  return (
    <section className={`panel ${css.answers}`} aria-labelledby="order-answers">
      <h2 id="order-answers">
        {t('order:screen.answers.title')}
        {due && (
          <small className="dim">
            {t(counts.silent > 0 ? 'order:screen.answers.over' : 'order:screen.answers.due', {
              at: date(due, 'long'),
            })}
          </small>
        )}
      </h2>
      <dl className={css.counts}>
        {COUNTED.filter((key) => counts[key] > 0 || key === 'accepted' || key === 'objected').map((key) => (
          <div key={key}>
            <dt>{t(`order:screen.answers.summary.${key}`)}</dt>
            <dd>
              <b className="num">{num(counts[key])}</b>{' '}
              <small>{t('order:screen.answers.summary.of', { count: counts.asked })}</small>
            </dd>
          </div>
        ))}
      </dl>
      {counts.unanswered > 0 && (
        <StateMark state="remind">{t('order:screen.answers.open', { count: counts.unanswered })}</StateMark>
      )}
      <details open={counts.objected > 0}>
        <summary>{t('order:screen.answers.college')}</summary>
        <ul className={css.colleges}>
          {seen.rows.map((row) => (
            <College key={row.id} row={row} reply={read.data?.can.reply === true} />
          ))}
        </ul>
      </details>
      {start && <Recount variant={variant} rows={seen.rows} />}
    </section>
  );
}
