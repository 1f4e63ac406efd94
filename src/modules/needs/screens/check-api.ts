import { watchedFetch } from '../../../web/http.ts';

interface Said {
  row: number;
  cell?: string;
  also?: { cell?: string; what: string }[];
}

/** The answer of the check: every row of the file counted once. */
export interface Checked {
  kind: 'needs' | 'vacancies' | 'outcomes' | 'contingent' | 'curriculum';
  rows: number;
  imported: number;
  counts: { repaired: number; refused: number };
  repaired: (Said & { what: string })[];
  refused: (Said & { why: string })[];
  totals: Record<string, { before: number; after: number }>;
  proposals: { text: string; rows: number }[];
  notes: { text: string; rows: number }[];
}

/** Why the server would not check a file, in words for people. */
export class CheckRefusal extends Error {}

async function send(file: File, as: 'report' | 'file'): Promise<Response> {
  const query = new URLSearchParams({ name: file.name, as });
  const response = await watchedFetch(`/api/check?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as { message?: string };
  throw new CheckRefusal(body.message ?? '');
}

export const checkFile = async (file: File): Promise<Checked> => (await send(file, 'report')).json();

/** The same file once more: the server has kept nothing of it. */
export const repairFile = async (file: File): Promise<Blob> => (await send(file, 'file')).blob();
