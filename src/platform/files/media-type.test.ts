import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../use-case/refusal.ts';
import { cleanName, mediaTypeOf } from './media-type.ts';

const head = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const keyOf = (name: string, bytes: Uint8Array) => {
  try {
    return mediaTypeOf(name, bytes);
  } catch (error) {
    return error instanceof Refusal ? error.key : String(error);
  }
};

describe('the kind of a file', () => {
  it.each([
    ['скан.pdf', '%PDF-1.7\n', 'application/pdf'],
    ['Фото.JPG', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['снимок.png', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['лист.tif', 'II*\0', 'image/tiff'],
    ['телефон.heic', '\0\0\0\x24ftypheic', 'image/heic'],
    ['сеть.webp', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['приказ.docx', 'PK\x03\x04', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['подпись.sig', '\x30\x82\x05\x10', 'application/pkcs7-signature'],
  ])('%s is known by its name and its first bytes', (name, first, type) => {
    expect(keyOf(name, head(first))).toBe(type);
  });

  it.each([
    ['скан.pdf', 'MZ\x90\0', 'files:error.otherInside'],
    ['скан.pdf', 'PK\x03\x04', 'files:error.otherInside'],
    ['приказ.docx', '%PDF-1.7', 'files:error.otherInside'],
    ['страница.html', '<!doctype html>', 'files:error.kindNotTaken'],
    ['рисунок.svg', '<svg onload="x()">', 'files:error.kindNotTaken'],
    ['без окончания', '%PDF-1.7', 'files:error.kindNotTaken'],
    ['архив.zip', 'PK\x03\x04', 'files:error.kindNotTaken'],
    ['пусто.pdf', '', 'files:error.empty'],
  ])('%s with %j inside is refused', (name, first, key) => {
    expect(keyOf(name, head(first))).toBe(key);
  });
});

describe('a name', () => {
  it('loses folders, control characters and tricks of writing direction, and keeps its ending', () => {
    expect(cleanName('C:\\Документы\\скан.pdf')).toBe('скан.pdf');
    expect(cleanName('../../etc/passwd')).toBe('passwd');
    expect(cleanName('акт\u202efdp.exe')).toBe('актfdp.exe');
    expect(cleanName(`${'я'.repeat(300)}.pdf`)).toMatch(/^я{196}\.pdf$/);
  });

  it('is never longer than 200 characters and never holds a folder', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (name) => {
        const clean = cleanName(name);
        expect(clean.length).toBeLessThanOrEqual(200);
        expect(clean).not.toMatch(/[/\\\n]/);
      }),
      { seed: 7 },
    );
  });
});
