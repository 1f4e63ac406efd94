import { Refusal } from '../use-case/refusal.ts';

const ZIP_KINDS: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Endings that a person may bring, with what the content has to be; the first of a kind is the one offered. */
const BY_ENDING: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  heic: 'image/heic',
  sig: 'application/pkcs7-signature',
  p7s: 'application/pkcs7-signature',
  ...ZIP_KINDS,
};

export const ENDINGS = Object.keys(BY_ENDING);
/** How many bytes of the beginning tell the kind. */
export const HEAD_BYTES = 32;

const latin = (head: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...head.subarray(from, Math.min(to, head.length)));

/** What the first bytes say, whatever the file is called; '' for what we do not take. */
export function sniff(head: Uint8Array): string {
  const text = latin(head, 0, HEAD_BYTES);
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'image/tiff';
  if (text.startsWith('RIFF') && latin(head, 8, 12) === 'WEBP') return 'image/webp';
  if (/^ftyp(heic|heix|mif1|hevc)/.test(latin(head, 4, 12))) return 'image/heic';
  if (text.startsWith('PK\x03\x04')) return 'zip';
  // a signature is DER (a sequence of known or unknown length) or its PEM text
  if (/^\x30[\x80-\x84]/.test(text) || /^-----BEGIN (PKCS7|CMS)-----/.test(text))
    return 'application/pkcs7-signature';
  return '';
}

const endingOf = (name: string) => /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The media type of a file by its name and first bytes. Refuses kinds that are not taken, and a content that is
 * not what the name says: nobody opens a program because it was called a scan.
 */
export function mediaTypeOf(name: string, head: Uint8Array): string {
  const ending = endingOf(name);
  const wanted = BY_ENDING[ending];
  const kinds = ENDINGS.map((one) => `.${one}`).join(', ');
  if (!wanted) throw new Refusal('files:error.kindNotTaken', { name, kinds }, { status: 422 });
  if (head.length === 0) throw new Refusal('files:error.empty', { name }, { status: 422 });
  const inside = sniff(head);
  if (inside === wanted || (inside === 'zip' && ending in ZIP_KINDS)) return wanted;
  throw new Refusal('files:error.otherInside', { name, ending: `.${ending}` }, { status: 422 });
}

/** A name fit to be shown and saved: without folders and control characters, at most 200 characters, its ending kept. */
export function cleanName(name: string): string {
  const bare = (name.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  if (bare.length <= 200) return bare;
  const ending = endingOf(bare);
  return `${bare.slice(0, 199 - ending.length)}.${ending}`;
}
