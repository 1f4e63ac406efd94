/** A question of a campaign, as far as its answer is judged. */
interface Question {
  id: string;
  kind: 'integer' | 'decimal' | 'text' | 'choice' | 'yesNo' | 'day';
  choices?: readonly string[] | undefined;
}

export interface AnswerFault {
  path: string;
  key: string;
  params: Record<string, string | number>;
}

const LONGEST = 2_000;

function faultOf({ kind, choices }: Question, value: unknown): string | null {
  switch (kind) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
        ? null
        : 'needs:error.wholeNumber';
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? null : 'needs:error.number';
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'needs:error.yesNo';
    case 'day':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? null : 'needs:error.day';
    case 'choice':
      return typeof value === 'string' && (choices ?? []).includes(value) ? null : 'needs:error.choice';
    case 'text':
      return typeof value === 'string' && value.length <= LONGEST ? null : 'needs:error.text';
  }
}

/** What is wrong with the answers of a questionnaire; an empty answer is a draft's right. Unknown questions are faults. */
export function answerFaults(questions: readonly Question[], fields: Record<string, unknown>): AnswerFault[] {
  const known = new Map(questions.map((it) => [it.id, it]));
  return Object.entries(fields).flatMap(([id, value]) => {
    if (value === null || value === '') return [];
    const question = known.get(id);
    const key = question ? faultOf(question, value) : 'needs:error.noQuestion';
    return key ? [{ path: `fields.${id}`, key, params: {} }] : [];
  });
}
