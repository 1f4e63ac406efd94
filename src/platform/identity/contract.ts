import { z } from 'zod';
import { command, id, moment, nothing, query } from '../use-case/contract.ts';

const session = z.object({
  id: z.string(),
  address: z.string(),
  /** The browser's own description of itself. */
  device: z.string(),
  since: moment,
  expiresAt: moment,
  secondFactor: z.boolean(),
});

const serviceAccount = z.object({
  id,
  title: z.string(),
  organisationId: id.nullable(),
  /** Permission → scope. */
  rights: z.record(z.string(), z.string()),
  createdAt: moment,
  expiresAt: moment,
  revokedAt: moment.nullable(),
  lastUsedAt: moment.nullable(),
  state: z.enum(['valid', 'expired', 'revoked']),
});

export const contract = {
  getMySignIn: query('/identity/my-sign-in', {
    summary: 'How I sign in: address, password, second factor, outer providers',
    input: nothing,
    output: z.object({
      email: z.string(),
      secondFactor: z.boolean(),
      hasPassword: z.boolean(),
      outer: z.array(z.string()),
    }),
  }),
  listMySessions: query('/identity/my-sessions', {
    summary: 'Where I am signed in now',
    input: nothing,
    output: z.object({ rows: z.array(session) }),
  }),
  revokeMySession: command('/identity/my-sessions/revoke', {
    summary: 'Sign one of my devices out',
    input: z.object({ id: z.string() }),
    output: nothing,
  }),
  signPersonOut: command('/identity/accounts/sign-out', {
    summary: 'End every session of a person',
    input: z.object({ personId: id, reason: z.string().trim().min(3).max(500) }),
    output: z.object({ ended: z.number().int() }),
  }),
  listServiceAccounts: query('/identity/service-accounts', {
    summary: 'Keys of other information systems, and which permissions I may give to one',
    input: nothing,
    output: z.object({ rows: z.array(serviceAccount), grantable: z.array(z.string()) }),
  }),
  createServiceAccount: command('/identity/service-accounts/create', {
    summary: 'Add a key for another information system: the caller makes the key and sends its SHA-256',
    input: z.object({
      title: z.string().trim().min(1).max(200),
      keyHash: z.string().regex(/^[0-9a-f]{64}$/),
      permissions: z.array(z.string()).min(1).max(200),
      expiresAt: moment,
    }),
    output: z.object({ id }),
  }),
  revokeServiceAccount: command('/identity/service-accounts/revoke', {
    summary: 'Revoke a key',
    input: z.object({ id }),
    output: nothing,
  }),
};
