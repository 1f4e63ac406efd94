import { translate } from '../platform/i18n/index.ts';
import { DEMO_PASSWORD, type DemoAccount } from './demo/demo-account.ts';

/** What `npm start` ends with: the address and, in the demo, who can sign in. */
export function banner(address: string, accounts: readonly DemoAccount[]): string[] {
  const lines = ['', translate('ru', 'server:ready', { address })];
  if (accounts.length === 0) return lines;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  return [
    ...lines,
    translate('ru', 'server:signIns', { password: DEMO_PASSWORD }),
    ...accounts.map(
      ({ email, roleTitle, organisation }) =>
        `  ${email.padEnd(width)}  ${[roleTitle, organisation].filter(Boolean).join(', ')}`,
    ),
    '',
  ];
}
