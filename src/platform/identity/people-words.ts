/** The sign-in library's codes → messages of our catalogue, and the reasons it puts into a redirect. */
const WORDS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'identity:error.wrongPassword',
  INVALID_EMAIL: 'identity:error.wrongEmail',
  INVALID_PASSWORD: 'identity:error.wrongCurrentPassword',
  PASSWORD_TOO_SHORT: 'identity:error.passwordShort',
  PASSWORD_TOO_LONG: 'identity:error.passwordLong',
  INVALID_TOKEN: 'identity:error.resetLinkDead',
  INVALID_CODE: 'identity:error.wrongCode',
  INVALID_BACKUP_CODE: 'identity:error.wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'identity:error.codeTooLate',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'identity:error.codeTooLate',
  ACCOUNT_TEMPORARILY_LOCKED: 'identity:error.codeLocked',
  TOTP_ALREADY_ENABLED: 'identity:error.secondFactorOn',
  TOTP_NOT_ENABLED: 'identity:error.secondFactorOff',
  TWO_FACTOR_NOT_ENABLED: 'identity:error.secondFactorOff',
  BACKUP_CODES_NOT_ENABLED: 'identity:error.secondFactorOff',
  PROVIDER_NOT_FOUND: 'identity:error.providerUnknown',
  SESSION_EXPIRED: 'use-case:error.signIn',
  SESSION_NOT_FRESH: 'identity:error.signInAgain',
  UNAUTHORIZED: 'use-case:error.signIn',
  INVALID_ORIGIN: 'identity:error.foreignPage',
  MISSING_OR_NULL_ORIGIN: 'identity:error.foreignPage',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'identity:error.foreignPage',
};

/** The message of a library's code; what has no words of its own gets a general sentence by status. */
export function keyFor(code: string | undefined, status: number): string {
  if (code && WORDS[code]) return WORDS[code];
  if (status === 429) return 'identity:error.tooMany';
  if (status === 401) return 'use-case:error.signIn';
  return 'identity:error.notDone';
}

const OUTER: Record<string, string> = {
  signup_disabled: 'outerUnknown',
  account_not_linked: 'outerNotProved',
  email_not_found: 'outerNoEmail',
  access_denied: 'outerDenied',
  state_mismatch: 'outerTooLate',
  state_not_found: 'outerTooLate',
  state_invalid: 'outerTooLate',
  please_restart_the_process: 'outerTooLate',
};

/** Why an outer sign-in failed, as a key of our catalogue, for the address of the sign-in page. */
export const outerKey = (code: string) => OUTER[code] ?? 'outerFailed';
