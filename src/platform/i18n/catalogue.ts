import { catalogues } from './catalogues.gen.ts';
import { typograph } from './typograph.ts';

export type Locale = keyof typeof catalogues;
export const locales = Object.keys(catalogues) as Locale[];
export const defaultLocale: Locale = 'ru';

type Singular<K extends string> =
  K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : K;
type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${Singular<K>}` : Leaves<T[K], `${Path}${K}.`>;
}[keyof T & string];
type Russian = (typeof catalogues)['ru'];

/** Every key there is, as `namespace:dotted.path`; plural endings (`_one`, `_few`…) are left off. */
export type MessageKey = { [N in keyof Russian & string]: `${N}:${Leaves<Russian[N]>}` }[keyof Russian &
  string];

export interface Nested {
  [key: string]: string | Nested;
}

/** Flat `dotted.path → text`: keys never depend on how a catalogue nests them. */
export function flatten(messages: Nested, path = ''): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat[path + key] = value;
    else Object.assign(flat, flatten(value, `${path}${key}.`));
  }
  return flat;
}

const typeset = (locale: Locale, messages: Nested): Record<string, string> =>
  Object.fromEntries(Object.entries(flatten(messages)).map(([k, text]) => [k, typograph(locale, text)]));

/**
 * Namespace → flat messages of one language, with no-break spaces already set. A namespace is set when it is first
 * read: all of them at once would hold up every start for words nobody has asked for.
 */
export function resourcesOf(locale: Locale): Record<string, Record<string, string>> {
  const resources: Record<string, Record<string, string>> = {};
  for (const [namespace, messages] of Object.entries<Nested>(catalogues[locale])) {
    let ready: Record<string, string> | undefined;
    Object.defineProperty(resources, namespace, {
      enumerable: true,
      get: () => {
        ready ??= typeset(locale, messages);
        return ready;
      },
    });
  }
  return resources;
}
