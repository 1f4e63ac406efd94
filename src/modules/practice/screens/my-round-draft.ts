import { useEffect, useRef, useState } from 'react';
import { call, newCommandId } from '../../../web/http.ts';

interface Draft {
  version: number;
  content: { offerIds?: string[] };
}

const FORM = 'practice.rank';
const PAUSE = 1000;

/** The list as it was left, kept on the server until it is sent: another phone finds it too. */
export function useRankDraft(roundId: string, initial: string[]) {
  const [list, setList] = useState(initial);
  const [state, setState] = useState<'same' | 'unsent' | 'saved'>('same');
  const version = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    void call<{ data: { draft: Draft | null } }>(`/api/drafts/${FORM}?subject=${roundId}`)
      .then(({ data }) => {
        if (gone || !data.draft) return;
        version.current = data.draft.version;
        const { offerIds } = data.draft.content;
        if (!offerIds || touched.current) return;
        setList(offerIds);
        setState('saved');
      })
      // without the draft the list that was sent stands there
      .catch(() => undefined);
    return () => {
      gone = true;
      clearTimeout(timer.current);
    };
  }, [roundId]);

  const save = async (offerIds: string[]) => {
    const body = { subject: roundId, content: { offerIds }, version: version.current };
    try {
      const { data } = await call<{ data: { version: number } }>(`/api/drafts/${FORM}`, {
        method: 'POST',
        body,
        commandId: newCommandId(),
      });
      version.current = data.version;
      setState('saved');
    } catch {
      setState('unsent');
    }
  };
  const change = (next: string[]) => {
    touched.current = true;
    setList(next);
    setState('unsent');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(next), PAUSE);
  };
  const discard = () => {
    clearTimeout(timer.current);
    setState('same');
    void call(`/api/drafts/${FORM}/discard`, {
      method: 'POST',
      body: { subject: roundId },
      commandId: newCommandId(),
    }).catch(() => undefined);
  };
  return { list, change, discard, state };
}
