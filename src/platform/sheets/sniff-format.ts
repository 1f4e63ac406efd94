import { listZip } from './inspect-zip.ts';
import { SheetRefusal } from './refusal.ts';
import type { SheetFormat } from './types.ts';

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function firstSign(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes.subarray(0, 200))
    .replace(/^ï»¿/, '')
    .trimStart()
    .slice(0, 20);
}

function ofZip(bytes: Uint8Array): SheetFormat {
  const names = new Set(listZip(bytes, 65_534).map((it) => it.name));
  if (names.has('xl/workbook.xml') || [...names].some((it) => /^xl\/.*workbook.*\.xml$/i.test(it)))
    return 'xlsx';
  if (names.has('content.xml')) return 'ods';
  if (names.has('xl/workbook.bin')) throw new SheetRefusal('sheets:refused.binaryExcel');
  throw new SheetRefusal('sheets:refused.notTable');
}

/** Format by the bytes; the name decides only between texts. Refuses what is no table with a hint what to do. */
export function sniffFormat(bytes: Uint8Array, name: string): SheetFormat {
  if (bytes.byteLength === 0) throw new SheetRefusal('sheets:refused.empty');
  if (startsWith(bytes, [0x50, 0x4b])) return ofZip(bytes);
  // The same container holds .xls of old Excel and password-protected .xlsx.
  if (startsWith(bytes, OLE2)) throw new SheetRefusal('sheets:refused.oldExcel');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new SheetRefusal('sheets:refused.pdf');
  const head = firstSign(bytes);
  if (/^(<!doctype|<html|<table|<\?xml)/i.test(head)) throw new SheetRefusal('sheets:refused.html');
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!utf16 && bytes.subarray(0, 4_000).includes(0)) throw new SheetRefusal('sheets:refused.notTable');
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  if (/\.json$/i.test(name) || /^[[{]/.test(head)) return 'json';
  return 'csv';
}
