import en from './messages.en.ts';
import ru from './messages.ru.ts';

interface Nested {
  [key: string]: string | Nested;
}

/** Speaks the engine's messages outside the portal (command line): `say('ru')(key, params)`. */
export function say(locale: 'ru' | 'en') {
  const catalogue: Nested = locale === 'en' ? en : ru;
  return (key: string, params: Record<string, string | number> = {}): string => {
    let node: string | Nested | undefined = catalogue;
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    if (typeof node !== 'string') return `${key} ${JSON.stringify(params)}`;
    return node.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}
