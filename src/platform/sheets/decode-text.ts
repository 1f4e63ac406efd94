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

/** The bytes as UTF-8; null when they are something else. A file cut off inside its last letter is still UTF-8. */
function asUtf8(bytes: Uint8Array): { text: string; cut: boolean } | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
  try {
    return { text: text + decoder.decode(), cut: false };
  } catch {
    // one strange byte at the end of plain Latin text says nothing of UTF-8
    return /[^\0-\x7f]/.test(text) ? { text, cut: true } : null;
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
  const utf8 = asUtf8(bytes);
  if (utf8)
    return {
      text: utf8.text,
      encoding: 'utf-8',
      repairs: utf8.cut ? [{ id: 'sheets:repair.cutOff', params: {} }] : [],
    };
  const sample = Buffer.from(bytes.subarray(0, 200_000));
  const encoding =
    score(iconv.decode(sample, 'cp866')) > score(iconv.decode(sample, 'win1251')) ? 'cp866' : 'windows-1251';
  const text = iconv.decode(Buffer.from(bytes), encoding === 'cp866' ? 'cp866' : 'win1251');
  return { text, encoding, repairs: [{ id: 'sheets:repair.encoding', params: { encoding } }] };
}
