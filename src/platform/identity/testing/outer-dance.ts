import { walker } from './walk.ts';

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});
const actionOf = (text: string) => /action="([^"]+)"/.exec(text)?.[1] ?? '';

/** The whole dance by real HTTP: portal → provider → its sign-in page → its consent page → portal. */
export async function outerDance(origin: string, provider: string, login: string) {
  const person = walker();
  const begun = await person.step(`${origin}/api/auth/sign-in/social`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ provider, callbackURL: '/home' }),
  });
  const { url, code } = (await begun.json()) as { url?: string; code?: string };
  if (!url) return { person, begun: { status: begun.status, code }, way: [], end: '' };
  const signIn = await person.follow(url);
  const consent = await person.follow(
    actionOf(signIn.text),
    form({ prompt: 'login', login, password: 'any' }),
  );
  const end = await person.follow(actionOf(consent.text), form({ prompt: 'consent' }));
  return {
    person,
    begun: { status: begun.status, code },
    url: new URL(url),
    way: end.way,
    end: end.way.at(-1) ?? '',
  };
}
