import { type Case, type Correction, correctionOf, type Declined } from './cases.ts';
import { adjectiveGender, declineAdjective, declineNoun, isAbbreviation } from './decline-word.ts';

/** Words that stand before and do not change: «временно исполняющий». */
const UNCHANGED = /^(временно|и\.\s?о\.|и\.о\.|врио|вр\.)$/i;
/** Participles used as nouns: what follows belongs to them and keeps its case. */
const SUBSTANTIVE =
  /^(исполняющ|заведующ|управляющ|командующ|председательствующ|обучающ|служащ|рабоч)(ий|ая)$/i;

function declineOnePhrase(phrase: string, wanted: Case, animate: boolean): Declined {
  const words = phrase.split(' ');
  const out: string[] = [];
  let at = 0;
  while (at < words.length && UNCHANGED.test(words[at] ?? '')) out.push(words[at++] ?? '');
  while (at < words.length && adjectiveGender(words[at] ?? '') !== null) {
    const word = words[at++] ?? '';
    out.push(declineAdjective(word, wanted, animate));
    if (SUBSTANTIVE.test(word)) return { text: [...out, ...words.slice(at)].join(' '), certain: true };
  }
  const head = words[at];
  if (head === undefined) return { text: out.join(' '), certain: true };
  // «Завод» in quotes is a name and stays as it is.
  if (/^[«"]/.test(head) || isAbbreviation(head))
    return { text: [...out, ...words.slice(at)].join(' '), certain: true };
  const noun = declineNoun(head, wanted, animate);
  return { text: [...out, noun.text, ...words.slice(at + 1)].join(' '), certain: noun.certain };
}

/**
 * A post in a case: leading adjectives and the head noun change, what depends on them stays
 * («главный специалист отдела» → «главному специалисту отдела»). Two posts joined by a comma or a dash both change.
 */
export function declinePost(post: string, wanted: Case, corrections: readonly Correction[] = []): Declined {
  const corrected = correctionOf(post, wanted, corrections);
  if (corrected !== null) return { text: corrected, certain: true };
  const parts = post.split(/(, | – | — | - )/);
  const declined = parts.map((it, i) =>
    i % 2 === 1 ? { text: it, certain: true } : declineOnePhrase(it, wanted, true),
  );
  return { text: declined.map((it) => it.text).join(''), certain: declined.every((it) => it.certain) };
}

/** The name of an organisation in a case; names in quotes and abbreviations stay as they are. */
export function declineOrganisation(
  name: string,
  wanted: Case,
  corrections: readonly Correction[] = [],
): Declined {
  const corrected = correctionOf(name, wanted, corrections);
  return corrected !== null ? { text: corrected, certain: true } : declineOnePhrase(name, wanted, false);
}
