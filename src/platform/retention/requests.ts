import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';

export interface RequestRow {
  id: string;
  kind: 'explain' | 'correct' | 'erase' | 'stop';
  section: string | null;
  words: string;
  at: string;
  answerBy: string;
  answer: string | null;
  decision: 'done' | 'refused' | null;
  answeredAt: string | null;
}

export const REQUEST_COLUMNS = sql`id, kind, section, words, at, answer_by as "answerBy", answer, decision,
  answered_at as "answeredAt"`;

/** A person's own requests, newest first. */
export async function requestsOf(tx: Tx, personId: string): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`select ${REQUEST_COLUMNS} from platform.data_request
    where person_id = ${personId} order by at desc, id desc`.execute(tx);
  return rows;
}
