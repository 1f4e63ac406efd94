import { longDate } from '../../../platform/papers/index.ts';
import type { AgreementData } from './agreement.ts';
import type { PracticeAgreementData } from './practice-agreement.ts';

interface Place {
  id: string;
  kind: string;
  shortName: string;
  address: string | null;
  city: string | null;
}

const LINE = '____________________';

/**
 * «Директор Иванова Анна Петровна» → post and name: the name is the last three words (or two, without a patronymic),
 * all with capitals; what is left is the post.
 */
export function postAndName(signatory: string | null): { headPost: string | null; headName: string | null } {
  const words = (signatory ?? '').trim().split(/\s+/).filter(Boolean);
  const capital = (word: string | undefined) =>
    word !== undefined && /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u.test(word);
  for (const length of [3, 2])
    if (words.length >= length && words.slice(-length).every(capital)) {
      const post = words.slice(0, -length).join(' ').replace(/,$/, '');
      return { headPost: post || null, headName: words.slice(-length).join(' ') };
    }
  return { headPost: words.join(' ') || null, headName: null };
}

/** An agreement's content as the sample form of practical training asks for it; what it does not say is left blank. */
export function practiceData(
  { number, concludedOn, from, to, parties, supplement }: AgreementData,
  places: readonly Place[],
  fields: Record<string, string | number | null>,
): PracticeAgreementData {
  const party = (college: boolean) => {
    const kinds = college ? ['college', 'university'] : [];
    const wanted = parties.find(({ organisationId }) => {
      const kind = places.find(({ id }) => id === organisationId)?.kind ?? '';
      return college ? kinds.includes(kind) : !['college', 'university'].includes(kind);
    });
    const place = places.find(({ id }) => id === wanted?.organisationId);
    return {
      fullName: wanted?.fullName ?? LINE,
      shortName: place?.shortName ?? wanted?.fullName ?? LINE,
      inn: wanted?.inn ?? null,
      address: place?.address ?? null,
      ...postAndName(wanted?.signatory ?? null),
      authority: wanted?.authority ?? null,
      city: place?.city ?? null,
    };
  };
  const { city, ...college } = party(true);
  const { city: _, ...host } = party(false);
  return {
    number,
    concludedOn,
    city,
    from,
    to,
    listDays: null,
    college,
    host,
    components: [
      {
        programme: String(fields.programmes ?? LINE),
        component: 'Практика по учебному плану',
        students: fields.students === null || fields.students === undefined ? '' : String(fields.students),
        days: to ? `${longDate(from)} – ${longDate(to)}` : longDate(from),
      },
    ],
    premises: [{ place: String(fields.premises ?? LINE), address: host.address ?? LINE, works: LINE }],
    supplement: supplement?.number ?? null,
  };
}
