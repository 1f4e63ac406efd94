import { z } from 'zod';
import { type Block, definePaper, initialsFirst } from '../../../platform/papers/index.ts';

const longDay = z.iso.date();
export const minutesFields = z.object({
  body: z.string(),
  number: z.string(),
  heldOn: longDay,
  place: z.string().nullable(),
  members: z.number().int(),
  present: z.array(z.object({ name: z.string(), post: z.string(), organisation: z.string().nullable() })),
  items: z.array(
    z.object({
      title: z.string(),
      speaker: z.string().nullable(),
      minutes: z.string().nullable(),
      votes: z.object({ for: z.number(), against: z.number(), abstain: z.number() }).nullable(),
      result: z.enum(['heard', 'adopted', 'rejected', 'withdrawn']),
      decisions: z.array(
        z.object({ text: z.string(), owner: z.string().nullable(), due: z.string().nullable() }),
      ),
    }),
  ),
  chair: z.string(),
  secretary: z.string(),
});

const POSTS: Record<string, string> = {
  chair: 'председатель',
  deputy_chair: 'заместитель председателя',
  secretary: 'секретарь',
  member: 'член',
};
const RESULTS = {
  heard: 'Принято к сведению.',
  adopted: 'Решение принято.',
  rejected: 'Решение не принято.',
  withdrawn: 'Вопрос снят с повестки дня.',
};
const shown = (day: string) => day.split('-').reverse().join('.');

type Item = z.output<typeof minutesFields>['items'][number];

function itemBlocks(item: Item, n: number): Block[] {
  const { title, speaker, minutes, votes, result, decisions } = item;
  return [
    { kind: 'heading', text: `${n}. ${title}` },
    ...(speaker ? [{ kind: 'paragraph' as const, text: `СЛУШАЛИ: ${speaker}` }] : []),
    ...(minutes ? [{ kind: 'paragraph' as const, text: minutes }] : []),
    ...(votes
      ? [
          {
            kind: 'paragraph' as const,
            text: `ГОЛОСОВАЛИ: за ${votes.for}, против ${votes.against}, воздержались ${votes.abstain}. ${RESULTS[result]}`,
          },
        ]
      : []),
    ...(result === 'withdrawn' ? [{ kind: 'paragraph' as const, text: RESULTS.withdrawn }] : []),
    ...(decisions.length > 0
      ? [
          { kind: 'command' as const, text: 'РЕШИЛИ:' },
          {
            kind: 'numbered' as const,
            items: decisions.map(({ text, owner, due }) => ({
              text: [text, owner && `Ответственный: ${owner}.`, due && `Срок: ${shown(due)}.`]
                .filter(Boolean)
                .join(' '),
            })),
          },
        ]
      : []),
  ];
}

/** Minutes of a meeting by ГОСТ Р 7.0.97: head, who was there, agenda, items, signatures of chair and secretary. */
export const minutesPaper = definePaper({
  id: 'bodies.minutes',
  regime: 'common',
  validFrom: '2018-07-01',
  validTo: null,
  version: 1,
  fields: minutesFields,
  body: (data) => [
    { kind: 'letterhead', organisation: data.body },
    { kind: 'paperKind', text: 'ПРОТОКОЛ' },
    {
      kind: 'requisites',
      date: data.heldOn,
      number: data.number,
      ...(data.place ? { place: data.place } : {}),
    },
    { kind: 'paragraph', text: `Присутствовали ${data.present.length} из ${data.members}:` },
    {
      kind: 'table',
      columns: [
        { title: 'Член', width: 3 },
        { title: 'Кем является', width: 2 },
        { title: 'Организация', width: 3 },
      ],
      rows: data.present.map(({ name, post, organisation }) => [
        name,
        POSTS[post] ?? post,
        organisation ?? '',
      ]),
    },
    { kind: 'heading', text: 'Повестка дня' },
    { kind: 'numbered', items: data.items.map(({ title }) => ({ text: title })) },
    ...data.items.flatMap((item, i) => itemBlocks(item, i + 1)),
    {
      kind: 'signatures',
      signers: [
        { post: 'Председатель', name: data.chair },
        { post: 'Секретарь', name: data.secretary },
      ],
    },
  ],
});

/** «Иванова Анна Петровна» as it is signed: «А. П. Иванова». */
export const asSigned = (fullName: string): string => {
  const [last = '', first = '', middle = ''] = fullName.split(' ');
  return initialsFirst({ last, first, middle: middle || null });
};
