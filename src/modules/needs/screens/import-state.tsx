import { useTexts } from '../../../web/text.ts';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import type { ImportRow } from './needs-api.ts';

const MARKS = {
  reading: 'waiting',
  read: 'waiting',
  applying: 'waiting',
  applied: 'done',
  refused: 'blocks',
} as const;

/** Where an upload stands, as words with a mark. */
export function ImportState({ state }: Pick<ImportRow, 'state'>) {
  const { t } = useTexts();
  const words = t(`needs:importState.${state}`);
  if (state === 'cancelled') return <span className="dim">{words}</span>;
  return <StateMark state={MARKS[state]}>{words}</StateMark>;
}
