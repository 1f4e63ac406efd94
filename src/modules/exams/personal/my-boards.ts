import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  college: string;
  kind: string;
  year: number;
  post: string;
}

/** Boards and appeal commissions the person sits in. */
export const myBoards = definePersonalData({
  id: 'exams.board',
  titleKey: 'exams:personal.boardTitle',
  basis: 'law',
  basisKey: 'exams:personal.basis',
  purposeKey: 'exams:personal.boardPurpose',
  async collect(tx, personId) {
    const { rows } = await sql<Entry>`select b.id, o.short_name as college, b.kind, b.year, m.post
      from exams.board_member m join exams.board b on b.id = m.board_id
      join registry.organisation_v o on o.id = b.organisation_id where m.person_id = ${personId} order by b.year desc`.execute(
      tx,
    );
    return rows.map(({ id, college, kind, year, post }) => ({
      id,
      fields: [
        {
          labelKey: 'exams:personal.body',
          value: `exams:rooms.boards.kind.${kind}`,
          as: 'messageKey' as const,
        },
        { labelKey: 'exams:personal.college', value: college },
        { labelKey: 'exams:personal.year', value: String(year) },
        {
          labelKey: 'exams:personal.post',
          value: `exams:rooms.boards.post.${post}`,
          as: 'messageKey' as const,
        },
      ],
    }));
  },
});
