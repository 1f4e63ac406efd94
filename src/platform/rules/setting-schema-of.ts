import { z } from 'zod';
import { settingDefinition } from './define-settings.ts';

/** JSON Schema of a setting's value, with the marks of its own (`unit`, `words`) that screens read. */
export function settingSchema(key: string): unknown {
  const schema = settingDefinition(key)?.schema;
  return schema ? z.toJSONSchema(schema, { unrepresentable: 'any' }) : {};
}
