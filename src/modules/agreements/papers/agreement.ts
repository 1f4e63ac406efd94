import { z } from 'zod';
import { type Block, definePaper, longDate } from '../../../platform/papers/index.ts';

const fields = z.object({
  /** The kind's title: «О практической подготовке». */
  title: z.string(),
  number: z.string(),
  subject: z.string(),
  concludedOn: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  terms: z.array(z.object({ title: z.string(), value: z.string() })),
  parties: z.array(
    z.object({
      organisationId: z.string().optional(),
      fullName: z.string(),
      inn: z.string().nullable(),
      signatory: z.string().nullable(),
      authority: z.string().nullable(),
    }),
  ),
  /** Number of the supplementary agreement that changed the content, and why. */
  supplement: z.object({ number: z.string(), why: z.string().nullable() }).nullable(),
});
export type AgreementData = z.input<typeof fields>;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function partyWords(
  { fullName, inn, signatory, authority }: AgreementData['parties'][number],
  n: number,
): string {
  const words = [`${fullName}${inn ? `, ИНН ${inn}` : ''}, далее «Сторона ${n}»`];
  if (signatory) words.push(`подписывает: ${signatory}`);
  if (authority) words.push(`основание: ${authority}`);
  return words.join('; ');
}

const ORDER_OF_CHANGE =
  'Изменения оформляют дополнительным соглашением; оно действует, когда его подпишут все стороны. До этого дня действует прежнее содержание.';

/** An agreement as it is signed: parties, subject, terms of its kind, term, signatures; the same for every kind. */
export const agreementPaper = definePaper({
  id: 'agreements.agreement',
  regime: 'common',
  validFrom: '2018-07-01',
  validTo: null,
  version: 1,
  fields,
  body: ({ title, number, subject, concludedOn, from, to, terms, parties, supplement }) => {
    const chapters: [string, Block[]][] = [
      ['Стороны', [{ kind: 'bullets', items: parties.map((party, i) => partyWords(party, i + 1)) }]],
      ['Предмет', [paragraph(`${subject.replace(/[.\s]+$/, '')}.`)]],
      [
        'Условия',
        [
          {
            kind: 'table',
            columns: [
              { title: 'Условие', width: 2 },
              { title: 'О чём договорились', width: 3 },
            ],
            rows: terms.map((term) => [term.title, term.value]),
          },
        ],
      ],
      [
        'Срок и изменение',
        [
          paragraph(
            to
              ? `Действует с ${longDate(from)} по ${longDate(to)}`
              : `Действует с ${longDate(from)} без окончания срока.`,
          ),
          paragraph(ORDER_OF_CHANGE),
          ...(supplement
            ? [
                paragraph(
                  `Содержание приведено с учётом дополнительного соглашения № ${supplement.number}${supplement.why ? `: ${lowerFirst(supplement.why)}` : ''}.`,
                ),
              ]
            : []),
        ],
      ],
    ];
    const full = chapters.filter(([heading]) => heading !== 'Условия' || terms.length > 0);
    return [
      { kind: 'paperKind', text: 'СОГЛАШЕНИЕ' },
      { kind: 'paragraph', text: lowerFirst(title), align: 'center', indent: false },
      { kind: 'requisites', date: concludedOn, number },
      ...full.flatMap(([heading, blocks], i): Block[] => [
        { kind: 'heading', text: `${i + 1}. ${heading}` },
        ...blocks,
      ]),
      { kind: 'heading', text: `${full.length + 1}. Подписи сторон` },
      {
        kind: 'signatures',
        signers: parties.map(({ fullName, signatory }) => ({ post: fullName, name: signatory ?? '' })),
      },
    ];
  },
});
