/** The k greatest of what is offered, kept in a heap whose top is the worst kept. Equals: lesser `tie` is better. */
export class Top {
  readonly #k: number;
  readonly #key: Float64Array;
  readonly #row: Int32Array;
  #size = 0;
  #tie: Int32Array;
  /** Offers with a key below this cannot enter: the caller's quick test. */
  floor = 0;

  constructor(k: number, tie: Int32Array) {
    this.#k = k;
    this.#key = new Float64Array(k);
    this.#row = new Int32Array(k);
    this.#tie = tie;
  }

  clear(): void {
    this.#size = 0;
    this.floor = 0;
  }

  #worse(a: number, b: number): boolean {
    const ka = this.#key[a]!;
    const kb = this.#key[b]!;
    return ka < kb || (ka === kb && this.#tie[this.#row[a]!]! > this.#tie[this.#row[b]!]!);
  }

  #swap(a: number, b: number): void {
    const key = this.#key[a]!;
    const row = this.#row[a]!;
    this.#key[a] = this.#key[b]!;
    this.#row[a] = this.#row[b]!;
    this.#key[b] = key;
    this.#row[b] = row;
  }

  offer(row: number, key: number): void {
    if (this.#size < this.#k) {
      let at = this.#size++;
      this.#key[at] = key;
      this.#row[at] = row;
      while (at > 0 && this.#worse(at, (at - 1) >> 1)) {
        this.#swap(at, (at - 1) >> 1);
        at = (at - 1) >> 1;
      }
    } else {
      const least = this.#key[0]!;
      if (key < least || (key === least && this.#tie[row]! > this.#tie[this.#row[0]!]!)) return;
      this.#key[0] = key;
      this.#row[0] = row;
      this.#sink(0);
    }
    if (this.#size === this.#k) this.floor = this.#key[0]!;
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.#size) return;
      const worse = left + 1 < this.#size && this.#worse(left + 1, left) ? left + 1 : left;
      if (!this.#worse(worse, at)) return;
      this.#swap(at, worse);
      at = worse;
    }
  }

  /** Rows from the best to the worst; empties the heap. */
  drain(): number[] {
    const out = new Array<number>(this.#size);
    while (this.#size > 0) {
      out[--this.#size] = this.#row[0]!;
      this.#swap(0, this.#size);
      this.#sink(0);
    }
    this.floor = 0;
    return out;
  }
}
