import { sql } from 'kysely';
import { defineProof } from '../../../platform/history/index.ts';
import { hashOfMark } from '../marks/hash-of-mark.ts';
import { gradeContent } from './put-grade.ts';
import { resultContent } from './put-result.ts';
import { recordHash } from './records.ts';

export const markProof = defineProof({
  kind: 'exams.marks',
  async hashes(db) {
    const { rows } = await sql<
      Parameters<typeof hashOfMark>[0]
    >`select id, session_id as "sessionId", examinee_id as "examineeId",
      aspect_id as "aspectId", person_id as "personId", value, device, sequence, device_at as "deviceAt", server_at as "serverAt"
      from exams.mark`.execute(db);
    return rows.map((row) => ({ id: row.id, hash: hashOfMark(row) }));
  },
});

export const resultProof = defineProof({
  kind: 'exams.result',
  async hashes(db) {
    const { rows } = await sql<
      Parameters<typeof resultContent>[0]
    >`select id, examinee_id as "examineeId", points, max, criteria,
      source, ground, replaces from exams.result`.execute(db);
    return rows.map((row) => ({ id: row.id, hash: recordHash(resultContent(row)) }));
  },
});

export const protocolProof = defineProof({
  kind: 'exams.protocol',
  async hashes(db) {
    const { rows } = await sql<{
      id: string;
      content: unknown;
    }>`select id, content from exams.protocol`.execute(db);
    return rows.map(({ id, content }) => ({ id, hash: recordHash(content) }));
  },
});

export const gradeProof = defineProof({
  kind: 'exams.grade',
  async hashes(db) {
    const { rows } = await sql<
      Parameters<typeof gradeContent>[0]
    >`select id, examinee_id as "examineeId", result_id as "resultId",
      grade, to_jsonb(bounds) as bounds, ground, words, annulled, replaces, set_on as "setOn" from exams.grade`.execute(
      db,
    );
    return rows.map((row) => ({ id: row.id, hash: recordHash(gradeContent(row)) }));
  },
});

export const cardProof = defineProof({
  kind: 'exams.card',
  async hashes(db) {
    const { rows } = await sql<{ id: string; content: unknown }>`select id, content from exams.card`.execute(
      db,
    );
    return rows.map(({ id, content }) => ({ id, hash: recordHash(content) }));
  },
});

export const paperProof = defineProof({
  kind: 'exams.paper',
  async hashes(db) {
    const { rows } = await sql<{
      id: string;
      content: unknown;
      hash: string;
      erased: boolean;
    }>`select id, content, hash, erased_on is not null as erased from exams.paper_entry`.execute(db);
    // emptied after its term: the fingerprint alone is left to be compared
    return rows.map(({ id, content, hash, erased }) => ({ id, hash: erased ? hash : recordHash(content) }));
  },
});

export const placeProof = defineProof({
  kind: 'exams.place',
  async hashes(db) {
    const { rows } = await sql<{
      id: string;
      digest: string;
    }>`select id, digest from exams.place_sign`.execute(db);
    return rows.map(({ id, digest }) => ({ id, hash: digest }));
  },
});
