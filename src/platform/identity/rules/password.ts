export interface PasswordFault {
  key: string;
  params: Record<string, number>;
}

const MIN = 10;
const MAX = 128;

/**
 * What a password must be: length over signs of many kinds (NIST SP 800-63B §5.1.1.2), not one sign or a run of
 * neighbours repeated, and not the address itself.
 */
export const PASSWORD = {
  min: MIN,
  max: MAX,
  faultOf(password: string, email: string): PasswordFault | null {
    if (password.length < MIN) return { key: 'identity:error.passwordShort', params: { min: MIN } };
    if (password.length > MAX) return { key: 'identity:error.passwordLong', params: { max: MAX } };
    const low = password.toLowerCase();
    const local = email.toLowerCase().split('@')[0] ?? '';
    const fromAddress = local.length >= 4 && low.replace(local, '').length < 4;
    if (
      new Set(low).size < 5 ||
      /^(0?1?234567890?|qwertyuiop.{0,2}|йцукенгшщз.{0,2})$/.test(low) ||
      fromAddress
    )
      return { key: 'identity:error.passwordSimple', params: {} };
    return null;
  },
};
