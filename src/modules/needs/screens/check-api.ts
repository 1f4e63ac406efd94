import { watchedFetch } from '../../../web/http.ts';

interface Said {
  row: number;
  cell?: string;
  also?: { cell?: string; what: string }[];
}

/** What a file may hold, when its columns do not tell. */
export const CHECK_KINDS = ['contingent', 'needs', 'vacancies', 'outcomes', 'curriculum'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** The answer of the check: every row of the file counted once. */
export interface Checked {
  kind: CheckKind;
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
export class CheckRefusal extends Error {
  /** The columns do not tell what the file holds: its kind is to be chosen. */
  readonly unknownKind: boolean;
  constructor(message: string, unknownKind: boolean) {
    super(message);
    this.unknownKind = unknownKind;
  }
}

async function send(file: File, as: 'report' | 'file', kind: CheckKind | 'auto'): Promise<Response> {
  const query = new URLSearchParams({ name: file.name, as, kind });
  const response = await watchedFetch(`/api/check?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as { message?: string; code?: string };
  throw new CheckRefusal(body.message ?? '', body.code === 'needs:error.unknownKind');
}

export const checkFile = async (file: File, kind: CheckKind | 'auto'): Promise<Checked> =>
  (await send(file, 'report', kind)).json();

/** The same file once more: the server has kept nothing of it. */
export const repairFile = async (file: File, kind: CheckKind | 'auto'): Promise<Blob> =>
  (await send(file, 'file', kind)).blob();
