import { ApiError, watchedFetch } from './http.ts';

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
  mediaType: string;
}

/** What a record may hold as a scan or a document; the server looks inside besides. */
export const SCAN_ENDINGS = [
  '.pdf',
  '.jpg',
  '.jpeg',
  '.png',
  '.tif',
  '.tiff',
  '.webp',
  '.heic',
  '.docx',
  '.xlsx',
  '.odt',
  '.ods',
  '.sig',
  '.p7s',
];

export const contentAddress = (id: string): string => `/api/files/${id}/content`;

/** Uploads a file; it waits for a day until a record takes it. Throws `ApiError` in people's words. */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<UploadedFile> {
  const response = await watchedFetch(`/api/files/content?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
    credentials: 'same-origin',
    body: file,
    signal: signal ?? null,
  });
  const answer = (await response.json().catch(() => ({}))) as { data?: UploadedFile };
  if (!response.ok || !answer.data)
    throw new ApiError(response.status, answer as ConstructorParameters<typeof ApiError>[1]);
  return answer.data;
}
