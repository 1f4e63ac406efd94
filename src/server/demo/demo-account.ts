export interface DemoAccount {
  email: string;
  title: string;
  role: string;
}

/** Everybody's password in the demo. Demo mode never opens a base with real persons. */
export const DEMO_PASSWORD = 'rostok-demo';
