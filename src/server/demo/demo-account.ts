export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  role: string;
  roleTitle: string;
  organisation: string | null;
}

/** Everybody's password in the demo. Demo mode never opens a base with real persons. */
export const DEMO_PASSWORD = 'rostok-demo';
