import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, newCommandId } from '../../../../web/http.ts';
import { api } from '../exams-api.ts';
import { afterAnswer, clockOffset, withQueue } from './mark-queue.ts';
import { eraseKept, type Kept, keepPage, readKept, writeKept } from './mark-store.ts';

const PACE = 8_000;
const OPEN = ['prepared', 'running', 'suspended'];
const BATCH = 200;

/** Marks of one expert at one tablet: kept first, then sent; read again from the server while there is network. */
export function useMarking(sessionId: string, personId: string | null) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [lostAt, setLostAt] = useState<string | null>(null);
  const [offset, setOffset] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  const latest = useRef<Kept | null>(null);
  const busy = useRef(false);

  const put = useCallback(
    async (next: Kept) => {
      latest.current = next;
      setKept(next);
      if (personId) await writeKept(sessionId, personId, next);
    },
    [sessionId, personId],
  );

  const exchange = useCallback(async () => {
    const now = latest.current;
    if (!now || !personId || busy.current) return;
    busy.current = true;
    try {
      if (now.queue.length > 0) {
        const batch = now.queue.slice(0, BATCH);
        const { data } = await api.sendMarks(
          { id: sessionId, marks: batch },
          { context: { commandId: newCommandId() } },
        );
        const current = latest.current ?? now;
        const after = afterAnswer(current.queue, data.answers);
        await put({ ...current, queue: after.queue, refused: [...current.refused, ...after.refused] });
      }
      const { data: sheet } = await api.getMarkSheet({ id: sessionId });
      setLostAt(null);
      setProblem(null);
      setOffset(clockOffset(sheet.now, Date.now()));
      const current = latest.current ?? now;
      await put({ ...current, sheet });
      // the exam is locked and everything has arrived: nothing of it stays here
      if (!OPEN.includes(sheet.state) && current.queue.length === 0) await eraseKept(sessionId, personId);
    } catch (error) {
      if (error instanceof ApiError && error.status > 0) setProblem(error.message);
      else setLostAt((since) => since ?? new Date().toISOString());
    } finally {
      busy.current = false;
    }
  }, [sessionId, personId, put]);

  useEffect(() => {
    if (!personId) return;
    let over = false;
    readKept(sessionId, personId).then(async (found) => {
      if (over) return;
      latest.current = found;
      setKept(found);
      await exchange();
      setReady(await keepPage().catch(() => false));
    });
    const timer = setInterval(exchange, PACE);
    globalThis.addEventListener('online', exchange);
    return () => {
      over = true;
      clearInterval(timer);
      globalThis.removeEventListener('online', exchange);
    };
  }, [sessionId, personId, exchange]);

  const give = useCallback(
    async (examineeId: string, aspectId: string, value: number) => {
      const now = latest.current;
      if (!now) return;
      const sequence = now.sequence + 1;
      const mark = {
        id: newCommandId(),
        examineeId,
        aspectId,
        value,
        device: now.device,
        sequence,
        deviceAt: new Date().toISOString(),
      };
      await put({ ...now, sequence, queue: [...now.queue, mark] });
      void exchange();
    },
    [put, exchange],
  );

  const sign = useCallback(
    async (examineeId: string) => {
      try {
        await api.signPlace({ id: sessionId, examineeId }, { context: { commandId: newCommandId() } });
        setProblem(null);
        await exchange();
      } catch (error) {
        if (error instanceof ApiError && error.message) setProblem(error.message);
        else setLostAt((since) => since ?? new Date().toISOString());
      }
    },
    [sessionId, exchange],
  );

  const marks = kept?.sheet && personId ? withQueue(kept.sheet.marks, kept.queue, personId) : [];
  return { kept, marks, lostAt, offset, problem, ready, give, sign };
}
export type Marking = ReturnType<typeof useMarking>;
