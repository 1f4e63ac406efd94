import iconv from 'iconv-lite';
import type { Message } from './types.ts';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'cp866';
  repairs: Message[];
}

// Frequent and rare letters of Russian text: the sum tells which single-byte table makes words of the bytes.
const FREQUENT = /[оеаинтсрвлкмдпуя]/g;
const STRANGE = /[ЂЃ‚ѓ„…†‡€‰ЉЊЌЋЏђ™љњќћџЎўҐ¤¦§Є«¬®ЇІіґ№єјЅѕї░▒▓│┤╡╢╖╕╣║╗╝┐└┴┬├─┼═╬]/g;

function score(text: string): number {
  return (text.match(FREQUENT)?.length ?? 0) - 3 * (text.match(STRANGE)?.length ?? 0);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Text of a file whose encoding nobody told: UTF-8 (with or without BOM), UTF-16 by BOM, else Windows-1251 or CP866. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', repairs: [] };
  }
  if (a === 0xff && b === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', repairs: [] };
  }
  if (a === 0xfe && b === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', repairs: [] };
  }
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', repairs: [] };
  const sample = Buffer.from(bytes.subarray(0, 200_000));
  const encoding =
    score(iconv.decode(sample, 'cp866')) > score(iconv.decode(sample, 'win1251')) ? 'cp866' : 'windows-1251';
  const text = iconv.decode(Buffer.from(bytes), encoding === 'cp866' ? 'cp866' : 'win1251');
  return { text, encoding, repairs: [{ id: 'sheets:repair.encoding', params: { encoding } }] };
}
