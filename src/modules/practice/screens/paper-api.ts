import { apiOf } from '../../../web/api.ts';
import { saveFile } from '../../../web/export-table.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const PAPERS_OF = ['practice', 'papers'] as const;

/** Hands a file that came as base64 to the reader. */
export function saveBase64({ name, type, base64 }: { name: string; type: string; base64: string }): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  saveFile(new Blob([bytes], { type }), name);
  return name;
}

/** Bytes as base64, in pieces: one call over megabytes would overflow the stack. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

type Input = Parameters<typeof api.exportPapers>[0];
export type PaperSetInput = Input['set'];
export type PaperKind = Input['kinds'][number];
export type Format = Input['formats'][number];
export type GroupPapers = Awaited<ReturnType<typeof api.getPaperSet>>['data'];
