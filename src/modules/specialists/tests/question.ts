export interface Question {
  id: string;
  text: string;
  options: { id: string; text: string; right: boolean }[];
}

/** What the examinee sees: which options are right stays here. */
export const shown = (questions: readonly Question[]) =>
  questions.map(({ id, text, options }) => ({
    id,
    text,
    several: options.filter(({ right }) => right).length > 1,
    options: options.map((option) => ({ id: option.id, text: option.text })),
  }));

/** Hundredths of a percent; a question counts when exactly its right options are chosen. */
export function scoreOf(questions: readonly Question[], answers: Readonly<Record<string, string[]>>): number {
  const right = questions.filter(({ id, options }) => {
    const chosen = new Set(answers[id] ?? []);
    const known = new Set(options.map((option) => option.id));
    return (
      options.every((option) => option.right === chosen.has(option.id)) &&
      [...chosen].every((one) => known.has(one))
    );
  });
  return Math.floor((right.length * 10_000) / questions.length);
}

/** Which questions an attempt gets: by the ids of the attempt, so each attempt has others and a repeat the same. */
export function drawQuestions(questions: readonly Question[], asked: number, seed: string): Question[] {
  const weight = (text: string) => {
    let h = 2166136261;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    return h >>> 0;
  };
  return questions
    .map((question) => [weight(`${seed} ${question.id}`), question] as const)
    .toSorted(([a, x], [b, y]) => a - b || (x.id < y.id ? -1 : 1))
    .slice(0, asked)
    .map(([, question]) => question);
}
