import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, newCommandId } from '../../../../web/http.ts';
import { api } from '../exams-api.ts';
import { afterAnswer, clockOffset, withQueue } from './mark-queue.ts';
import { changeKept, eraseKept, type Kept, keepPage, readKept } from './mark-store.ts';

const PACE = 8_000;
const PATIENCE = 20_000;
const OPEN = ['confirmed', 'prepared', 'running', 'suspended'];
const BATCH = 200;

/** What is wrong beside the network: the server's own words, or that the tablet could not write. */
type Problem = { words: string } | { key: 'notKept' };

/** A network that swallows questions is no network: nobody waits for it longer than this. */
const asked = () => ({ context: { commandId: newCommandId() }, signal: AbortSignal.timeout(PATIENCE) });

/** Marks of one expert at one tablet: kept first, then sent; read again from the server while there is network. */
export function useMarking(sessionId: string, personId: string | null) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [lostAt, setLostAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [ready, setReady] = useState(false);
  const [over, setOver] = useState(false);
  const busy = useRef(false);
  const again = useRef(false);
  const done = useRef(false);
  const windows = useRef<BroadcastChannel | null>(null);

  /** Changes what the tablet keeps; other windows of this exam on the same tablet look again. */
  const keep = useCallback(
    async (change: (kept: Kept) => Kept) => {
      if (!personId) return null;
      const after = await changeKept(sessionId, personId, change);
      setKept(after);
      windows.current?.postMessage(sessionId);
      return after;
    },
    [sessionId, personId],
  );

  const failed = useCallback((error: unknown) => {
    // a gateway without a server behind it says 502: that is no network as well
    if (error instanceof ApiError && error.status > 0 && error.status < 500)
      setProblem({ words: error.message });
    else setLostAt((since) => since ?? new Date().toISOString());
  }, []);

  const exchange = useCallback(async (): Promise<void> => {
    if (!personId) return;
    if (busy.current) {
      again.current = true;
      return;
    }
    busy.current = true;
    try {
      let now = await readKept(sessionId, personId);
      setKept(now);
      while (now.queue.length > 0) {
        const { data } = await api.sendMarks({ id: sessionId, marks: now.queue.slice(0, BATCH) }, asked());
        now =
          (await keep((current) => {
            const { queue, taken, refused } = afterAnswer(current.queue, data.answers);
            // what the server took stands at once: until its sheet is read again the mark would be gone from
            // the page, and the next tap on «+» would begin from nothing
            const sheet = current.sheet && {
              ...current.sheet,
              marks: withQueue(current.sheet.marks, taken, personId),
            };
            return { ...current, sheet, queue, refused: [...current.refused, ...refused] };
          })) ?? now;
      }
      const { data: sheet } = await api.getMarkSheet({ id: sessionId }, asked());
      const ahead = Date.now() - Date.parse(sheet.now);
      setLostAt(null);
      setProblem(null);
      const last = await keep((current) => ({ ...current, sheet, ahead }));
      // the exam is locked and everything has arrived: nothing of it stays here
      if (!OPEN.includes(sheet.state) && last?.queue.length === 0) {
        await eraseKept(sessionId, personId);
        done.current = true;
        setOver(true);
      }
    } catch (error) {
      failed(error);
    } finally {
      busy.current = false;
    }
    if (again.current) {
      again.current = false;
      await exchange();
    }
  }, [sessionId, personId, keep, failed]);

  useEffect(() => {
    if (!personId || over) return;
    let left = false;
    const channel = new BroadcastChannel(`rostok-exam/${personId}`);
    windows.current = channel;
    channel.onmessage = ({ data }) => {
      if (data === sessionId) void readKept(sessionId, personId).then((found) => !left && setKept(found));
    };
    const begin = async () => {
      setKept(await readKept(sessionId, personId));
      await exchange();
      if (!left && !done.current) setReady(await keepPage().catch(() => false));
    };
    void begin().catch(() => setProblem({ key: 'notKept' }));
    const timer = setInterval(exchange, PACE);
    globalThis.addEventListener('online', exchange);
    return () => {
      left = true;
      windows.current = null;
      channel.close();
      clearInterval(timer);
      globalThis.removeEventListener('online', exchange);
    };
  }, [sessionId, personId, over, exchange]);

  const give = useCallback(
    async (examineeId: string, aspectId: string, value: number) => {
      try {
        await keep((now) => {
          const sequence = now.sequence + 1;
          const deviceAt = new Date().toISOString();
          const mark = {
            id: newCommandId(),
            examineeId,
            aspectId,
            value,
            device: now.device,
            sequence,
            deviceAt,
          };
          return { ...now, sequence, queue: [...now.queue, mark] };
        });
      } catch {
        // nothing was kept and nothing is shown as given
        setProblem({ key: 'notKept' });
        return;
      }
      void exchange();
    },
    [keep, exchange],
  );

  const sign = useCallback(
    async (examineeId: string) => {
      try {
        await api.signPlace({ id: sessionId, examineeId }, asked());
        setProblem(null);
        await exchange();
      } catch (error) {
        failed(error);
      }
    },
    [sessionId, exchange, failed],
  );

  const forget = useCallback(
    (markId: string) =>
      keep((now) => ({ ...now, refused: now.refused.filter(({ mark }) => mark.id !== markId) })),
    [keep],
  );

  const marks = kept?.sheet && personId ? withQueue(kept.sheet.marks, kept.queue, personId) : [];
  const offset = kept?.sheet ? clockOffset(kept.ahead) : 0;
  return { kept, marks, lostAt, offset, problem, ready, over, give, sign, forget };
}
export type Marking = ReturnType<typeof useMarking>;
