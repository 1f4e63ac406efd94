/** What of the sign-in library is reachable from outside; everything else answers "not found". */
const POST = new Set([
  '/sign-in/email',
  '/sign-in/social',
  '/sign-out',
  '/change-password',
  '/request-password-reset',
  '/reset-password',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
]);
const CALLBACK = /^\/callback\/[\w-]+$/;

export const isOpenDoor = (method: string, path: string) =>
  (method === 'POST' && POST.has(path)) || ((method === 'GET' || method === 'POST') && CALLBACK.test(path));

/** Paths behind which an outer provider stands. */
export const asksProvider = (path: string) => path === '/sign-in/social' || CALLBACK.test(path);
