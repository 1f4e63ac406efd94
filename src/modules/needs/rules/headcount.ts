/** The most people one line may ask for: above it stands a slip of the keyboard. */
export const MOST_PEOPLE = 10_000;

/** What is wrong with a number of people: a message id, or null. 0 is allowed: nobody is needed that year. */
export function headcountFault(count: number): string | null {
  if (!Number.isFinite(count) || !Number.isInteger(count) || count < 0) return 'needs:error.headcount';
  return count > MOST_PEOPLE ? 'needs:error.tooMany' : null;
}
