/** The little of tar (ustar) that a backup needs: files by name and size, one after another. */

const BLOCK = 512;
const LONGEST = 8 ** 11 - 1;

export const padding = (size: number) => (BLOCK - (size % BLOCK)) % BLOCK;

/** The header of one file. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  const bytes = Buffer.from(name);
  if (bytes.length > 100) throw new Error(`The name is too long for an archive: ${name}`);
  if (size > LONGEST) throw new Error(`The file is too large for an archive: ${name}`);
  const header = Buffer.alloc(BLOCK);
  bytes.copy(header, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(`${sum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export const tarEnd = () => Buffer.alloc(2 * BLOCK);

const sum = (header: Buffer) => header.reduce((total, byte) => total + byte, 0);

export interface TarEntry {
  name: string;
  size: number;
  /** Must be read to its end before the next entry. */
  content: AsyncIterable<Buffer>;
}

/** Thrown when the archive ends too early or is not one. */
export class BrokenArchive extends Error {}

/** Takes exact numbers of bytes from a stream of pieces. */
class Taker {
  readonly #pieces: AsyncIterator<Buffer>;
  #kept: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** At least one byte and at most `most`. */
  async some(most: number): Promise<Buffer> {
    while (this.#kept.length === 0) {
      const next = await this.#pieces.next();
      if (next.done) throw new BrokenArchive('The archive ends too early');
      this.#kept = next.value;
    }
    const taken = this.#kept.subarray(0, most);
    this.#kept = this.#kept.subarray(taken.length);
    return taken;
  }

  async exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Reads on to the very end, so that the compression's own check sum is looked at too. */
  async finish(): Promise<void> {
    while (!(await this.#pieces.next()).done);
  }
}

/** The files of an archive in their order. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const taker = new Taker(source);
  for (;;) {
    const header = await taker.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return taker.finish();
    const stored = Number.parseInt(header.toString('latin1', 148, 154), 8);
    header.write('        ', 148);
    if (stored !== sum(header)) throw new BrokenArchive('The archive has a damaged header');
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    let left = size;
    async function* content() {
      while (left > 0) {
        const part = await taker.some(left);
        left -= part.length;
        yield part;
      }
    }
    yield { name, size, content: content() };
    if (left > 0) throw new Error(`${name} was not read to its end`);
    await taker.exactly(padding(size));
  }
}
