import { z } from 'zod';
import {
  type Block,
  declineName,
  declineOrganisation,
  declinePost,
  definePaper,
  initialsFirst,
  longDate,
  type PersonName,
} from '../../../platform/papers/index.ts';
import { closingText, practiceText } from './practice-text.ts';

/** An organisation as it stands in a paper; what is empty is left as a line for handwriting. */
export const paperParty = z.object({
  fullName: z.string(),
  shortName: z.string(),
  inn: z.string().nullable(),
  address: z.string().nullable(),
  headPost: z.string().nullable(),
  headName: z.string().nullable(),
  /** «Устав», «Доверенность № 5 от 01.09.2026». */
  authority: z.string().nullable(),
});
export type PaperParty = z.output<typeof paperParty>;

const fields = z.object({
  number: z.string().nullable(),
  concludedOn: z.string().nullable(),
  city: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  listDays: z.number().int().nullable(),
  college: paperParty,
  host: paperParty,
  components: z.array(
    z.object({
      programme: z.string(),
      component: z.string(),
      students: z.string(),
      days: z.string(),
    }),
  ),
  premises: z.array(z.object({ place: z.string(), address: z.string(), works: z.string() })),
  supplement: z.string().nullable(),
});
export type PracticeAgreementData = z.input<typeof fields>;

const LINE = '____________________';

/** «Иванов Пётр Ильич» → parts of the name. */
export function nameOf(full: string): PersonName {
  const [last = '', first = '', ...rest] = full.trim().split(/\s+/);
  return { last, first, middle: rest.join(' ') || null };
}

/** «Иванов Пётр Ильич» as it signs: «П. И. Иванов»; nothing leaves the line for handwriting. */
export const signedName = (full: string | null) => (full ? initialsFirst(nameOf(full)) : '');

function inTheFaceOf({ headPost, headName, authority }: PaperParty): string {
  const post = headPost ? lower(declinePost(headPost, 'genitive').text) : LINE;
  const name = headName ? declineName(nameOf(headName), 'genitive').text : LINE;
  const basis = authority ? declineOrganisation(authority, 'genitive').text : LINE;
  // the gender of the participle follows the signer's patronymic where there is one
  const female = headName ? /на$/.test(nameOf(headName).middle ?? '') : false;
  return `в лице ${post} ${name}, ${headName ? (female ? 'действующей' : 'действующего') : 'действующего(ей)'} на основании ${basis}`;
}
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const paragraphs = (chapters: [string, string[]][]): Block[] =>
  chapters.flatMap(([heading, points]): Block[] => [
    { kind: 'heading', text: heading },
    ...points.map((text): Block => ({ kind: 'paragraph', text })),
  ]);

const details = ({ fullName, inn, address }: PaperParty) =>
  [fullName, `Адрес: ${address ?? LINE}`, `ИНН ${inn ?? LINE}`].join('\n');

function bothSign({ college, host }: { college: PaperParty; host: PaperParty }): Block {
  const signer = ({ headPost, headName, shortName }: PaperParty) => ({
    post: `${headPost ?? 'Руководитель'}, ${shortName}`,
    name: signedName(headName),
  });
  return { kind: 'signatures', signers: [signer(college), signer(host)] };
}

/** An agreement on practical training with both annexes, as blocks; practices of one group print the same. */
export function practiceAgreementBlocks(data: z.output<typeof fields>): Block[] {
  const { number, concludedOn, city, college, host } = data;
  const annexOf = `к Договору о практической подготовке обучающихся № ${number ?? '________'}`;
  const term = {
    from: data.from ? longDate(data.from) : null,
    to: data.to ? longDate(data.to) : null,
  };
  const annex = (no: number): Block[] => [
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: `Приложение № ${no}\n${annexOf}`, align: 'right', indent: false },
  ];
  return [
    { kind: 'paperKind', text: 'ДОГОВОР' },
    {
      kind: 'paragraph',
      text: 'о практической подготовке обучающихся, заключаемый между организацией, осуществляющей образовательную деятельность, и организацией, осуществляющей деятельность по профилю соответствующей образовательной программы',
      align: 'center',
      indent: false,
    },
    { kind: 'requisites', date: concludedOn, number, ...(city ? { place: city } : {}) },
    {
      kind: 'paragraph',
      text: `${college.fullName}, далее «Организация», ${inTheFaceOf(college)}, с одной стороны, и ${host.fullName}, далее «Профильная организация», ${inTheFaceOf(host)}, с другой стороны, именуемые по отдельности «Сторона», а вместе – «Стороны», заключили настоящий Договор о нижеследующем.`,
    },
    ...paragraphs(practiceText({ listDays: data.listDays })),
    ...paragraphs(closingText(term)),
    ...(data.supplement
      ? [
          {
            kind: 'paragraph' as const,
            text: `Содержание приведено с учётом дополнительного соглашения № ${data.supplement}.`,
          },
        ]
      : []),
    { kind: 'heading', text: '5. Адреса, реквизиты и подписи Сторон' },
    {
      kind: 'table',
      columns: [{ title: 'Организация' }, { title: 'Профильная организация' }],
      rows: [[details(college), details(host)]],
    },
    bothSign(data),
    ...annex(1),
    {
      kind: 'paragraph',
      text: [
        {
          text: 'Компоненты образовательных программ, при реализации которых организуется практическая подготовка',
          bold: true,
        },
      ],
      align: 'center',
      indent: false,
    },
    {
      kind: 'table',
      columns: [
        { title: 'Образовательная программа', width: 3 },
        { title: 'Компонент программы', width: 3 },
        { title: 'Обучающихся', width: 1.4, align: 'center' },
        { title: 'Сроки', width: 2 },
      ],
      rows: data.components.map((one) => [one.programme, one.component, one.students, one.days]),
    },
    bothSign(data),
    ...annex(2),
    {
      kind: 'paragraph',
      text: [
        {
          text: 'Помещения Профильной организации, в которых осуществляется практическая подготовка',
          bold: true,
        },
      ],
      align: 'center',
      indent: false,
    },
    {
      kind: 'table',
      columns: [
        { title: 'Помещение, рабочие места', width: 3 },
        { title: 'Адрес', width: 3 },
        { title: 'Виды работ', width: 3 },
      ],
      rows: data.premises.map((one) => [one.place, one.address, one.works]),
    },
    bothSign(data),
  ];
}

/** The sample of orders 885/390: parties, duties and rights, annex 1 (components, people, dates), annex 2 (premises). */
export const practiceAgreementPaper = definePaper({
  id: 'agreements.practice',
  regime: 'common',
  validFrom: '2020-09-22',
  validTo: null,
  version: 1,
  fields,
  body: practiceAgreementBlocks,
});
