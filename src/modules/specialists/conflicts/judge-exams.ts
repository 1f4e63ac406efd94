import type { Tx } from '../../../platform/database/index.ts';
import { settingsOf } from '../../../platform/rules/index.ts';
import { employedRule } from '../rules/conflict-rules.ts';
import { judgeTie } from './judge-tie.ts';
import { type FoundTie, readTies } from './read-ties.ts';
import type { TieFacts } from './tie-facts.ts';
import type { Conflict, ConflictTie, Examinee } from './types.ts';

/** Kinship and its paper are seen by nobody: the words say «личное обстоятельство» and no more. */
function shownTie(tie: FoundTie): ConflictTie | null {
  if (tie.code === 'CI-4' || !tie.tieId) return null;
  const { kind, sourceKind, sourceId, from, to } = tie;
  return {
    id: tie.tieId,
    kind: kind ?? '',
    sourceKind: sourceKind ?? '',
    sourceId: sourceId ?? '',
    from,
    to,
  };
}

/**
 * Conflicts CI-1…CI-6 and CI-8 of experts with examinees, gathered by key: several examinees under one key, such as all
 * of a session, are one conflict with their number. CI-7 is a matter of seats: `judgeSeats`.
 * @param experts persons of the registry.
 * @param facts what `readTieFacts` gave about at least all of them, when many judgements are made of the same people.
 */
export async function judgeExams(
  tx: Tx,
  {
    experts,
    examinees,
    facts,
  }: { experts: readonly string[]; examinees: readonly Examinee[]; facts?: TieFacts },
): Promise<Conflict[]> {
  const settings = new Map<string, unknown>();
  const out: Conflict[] = [];
  for (const tie of await readTies(tx, experts, examinees, facts)) {
    if (!settings.has(tie.on)) settings.set(tie.on, await settingsOf(tx, employedRule, tie.on));
    const verdict = judgeTie(tie, settings.get(tie.on));
    if (verdict.is === 'ok') continue;
    out.push({
      key: tie.key,
      expertId: tie.expertId,
      code: tie.code,
      severity: verdict.is === 'refused' ? 'block' : 'declare',
      messageKey: verdict.messageKey,
      params: { ...verdict.params, count: tie.students },
      students: tie.students,
      tie: shownTie(tie),
    });
  }
  return out;
}
