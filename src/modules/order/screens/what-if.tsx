import { type FormEvent, useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { jobIsOpen, progressOf, useJob } from '../../../web/use-job.ts';
import { Bar } from '../../../web/widgets/bar.tsx';
import { Button } from '../../../web/widgets/button.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './order.module.css';
import { api, type SeatRow } from './order-api.ts';
import { said } from './said.ts';

interface Result {
  feasible: boolean;
  sentences: { id: string; params: Record<string, string | number> }[];
}

/** What a stored result of the job says; anything else is not a result. */
function resultOf(value: unknown): Result | null {
  if (typeof value !== 'object' || value === null || !('sentences' in value)) return null;
  return Array.isArray(value.sentences) ? (value as Result) : null;
}

/** «А если 50, а не 25?»: the whole order is solved again; the sentences are recomputed facts. */
export function WhatIf({ variantId, seat }: { variantId: string; seat: SeatRow }) {
  const texts = useTexts();
  const { t } = texts;
  const [seats, setSeats] = useState(String(seat.seats + 25));
  const [jobId, setJobId] = useState<string | null>(null);
  const ask = useChange(api.askWhatIf);
  const job = useJob(jobId);
  const view = job.data?.data;
  const busy = ask.isPending || (jobId !== null && (!view || jobIsOpen(view)));
  const result = view?.state === 'done' ? resultOf(view.result) : null;
  const wanted = /^\d{1,3}$/.test(seats.trim()) ? Number(seats) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || wanted === null || wanted > 500) return;
    ask.mutate(
      { variantId, programmeId: seat.programmeId, seats: wanted },
      { onSuccess: ({ data }) => setJobId(data.jobId) },
    );
  };
  return (
    <div>
      <form onSubmit={submit} className={`no-print ${css.ask}`}>
        <label htmlFor="what-if">{t('order:screen.whatIf.label', { college: seat.college })}</label>
        <input
          id="what-if"
          inputMode="numeric"
          value={seats}
          onChange={(event) => setSeats(event.target.value)}
          aria-describedby="what-if-answer"
        />
        <Button type="submit" size="s" busy={busy}>
          {t('order:screen.whatIf.ask')}
        </Button>
      </form>
      <div id="what-if-answer" aria-live="polite" className={css.sentences}>
        {(wanted === null || wanted > 500) && <p>{t('order:screen.whatIf.number')}</p>}
        {busy && view && <Bar share={view.progress / 100} label={progressOf(view, texts).title} />}
        {busy && <p className="dim small">{t('order:screen.whatIf.solving')}</p>}
        {ask.isError && <p>{ask.error.message}</p>}
        {view?.state === 'failed' && (
          <StateMark state="blocks">
            {progressOf(view, texts).message ?? t('order:screen.whatIf.failed')}
          </StateMark>
        )}
        {result?.sentences.map((one) => (
          <p key={one.id + JSON.stringify(one.params)}>{said(one, texts)}</p>
        ))}
        {result && <p className="dim small">{t('order:screen.whatIf.whole')}</p>}
      </div>
    </div>
  );
}
