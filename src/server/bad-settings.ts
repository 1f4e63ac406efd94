/** What is missing or contradictory, as keys of the catalogue: such a process must not start. */
export class BadSettings extends Error {
  readonly key: string;
  readonly params: Record<string, string>;
  constructor(key: string, params: Record<string, string> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}
