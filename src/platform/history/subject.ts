/** What an entry of the history is about: a kind such as `needs.line`, its id, and whose it is. */
export interface Subject {
  kind: string;
  id: string;
  organisationId?: string | null;
  personId?: string | null;
}
