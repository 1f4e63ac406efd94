interface Mentor {
  id: string;
  name: string;
  room: number;
}

/** People among mentors one by one in turn, so that nobody has two more than another while there is room. */
export function shareOut<P>(
  people: readonly P[],
  mentors: readonly Mentor[],
): { mentor: Mentor; people: P[] }[] {
  const shares = mentors.map((mentor) => ({ mentor, people: [] as P[] }));
  let open = shares.filter(({ mentor }) => mentor.room > 0);
  let at = 0;
  for (const person of people) {
    const share = open[at % open.length];
    if (!share) break;
    share.people.push(person);
    if (share.people.length >= share.mentor.room) {
      const next = open.filter((one) => one !== share);
      at = next.length === 0 ? 0 : (at % open.length) % next.length;
      open = next;
    } else at = (at + 1) % open.length;
  }
  return shares.filter((share) => share.people.length > 0);
}
