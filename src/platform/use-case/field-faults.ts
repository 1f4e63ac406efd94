import type { z } from 'zod';
import type { FieldFault } from './refusal.ts';

type Issue = z.core.$ZodIssue;

const keyOf = (issue: Issue): { key: string; params?: Record<string, unknown> } => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? { key: 'use-case:field.required' }
        : {
            key: `use-case:field.${issue.expected === 'int' ? 'integer' : issue.expected === 'number' ? 'number' : 'type'}`,
          };
    case 'too_small':
      return issue.origin === 'string'
        ? {
            key: issue.minimum === 1 ? 'use-case:field.required' : 'use-case:field.tooShort',
            params: { minimum: Number(issue.minimum) },
          }
        : {
            key: issue.origin === 'array' ? 'use-case:field.tooFew' : 'use-case:field.tooSmall',
            params: { minimum: Number(issue.minimum) },
          };
    case 'too_big':
      return {
        key: issue.origin === 'string' ? 'use-case:field.tooLong' : 'use-case:field.tooBig',
        params: { maximum: Number(issue.maximum) },
      };
    case 'invalid_format':
      return {
        key: `use-case:field.${['date', 'datetime', 'email', 'uuid'].includes(issue.format) ? issue.format : 'format'}`,
      };
    case 'invalid_value':
      return { key: 'use-case:field.choice' };
    case 'custom':
      // a schema's own refinement gives the key of its message
      return {
        key: issue.message.includes(':') ? issue.message : 'use-case:field.format',
        params: issue.params,
      };
    default:
      return { key: 'use-case:field.format' };
  }
};

/** Zod's issues as faults of fields, in the words of the catalogue. Used by the server and by forms alike. */
export const fieldFaults = (issues: readonly Issue[]): FieldFault[] =>
  issues.map((issue) => ({ path: issue.path.join('.'), ...keyOf(issue) }));
