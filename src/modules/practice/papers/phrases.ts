import {
  type Block,
  type Case,
  declineName,
  initialsLast,
  longDate,
  shortDate,
} from '../../../platform/papers/index.ts';
import { nameOf, signedName } from '../../agreements/index.ts';
import type { PaperSet, PaperStudent } from './paper-set.ts';

export const LINE = '________________________';
export const SHORT_LINE = '____________';

/** Kinds of practice in the genitive: «о прохождении производственной практики». */
export const KIND_OF = {
  UP: 'учебной практики',
  PP: 'производственной практики',
  PDP: 'преддипломной практики',
  ST: 'стажировки',
} as const;
export const KIND_TO = {
  UP: 'учебную практику',
  PP: 'производственную практику',
  PDP: 'преддипломную практику',
  ST: 'стажировку',
} as const;

export const inCase = (name: string, wanted: Case) => declineName(nameOf(name), wanted).text;

/** «Кузнецов А. П.» */
export const shortName = (name: string) => initialsLast(nameOf(name));

type Gender = 'm' | 'f' | null;
/** From the patronymic alone: a surname does not tell. */
export function genderOf(name: string): Gender {
  const patronymic = nameOf(name).middle ?? '';
  if (/(ич|оглы)$/i.test(patronymic)) return 'm';
  return /(на|кызы)$/i.test(patronymic) ? 'f' : null;
}
export const gendered = (name: string, male: string, female: string, unknown: string) =>
  ({ m: male, f: female, none: unknown })[genderOf(name) ?? 'none'];

/** «обучающегося Иванова Петра Ильича». */
export const ofStudent = ({ name }: PaperStudent) =>
  `${gendered(name, 'обучающегося', 'обучающейся', 'обучающегося(ейся)')} ${inCase(name, 'genitive')}`;
export const toStudent = ({ name }: PaperStudent) =>
  `${gendered(name, 'обучающемуся', 'обучающейся', 'обучающемуся(ейся)')} ${inCase(name, 'dative')}`;

export const term = ({ practice }: PaperSet) => `с ${longDate(practice.from)} по ${longDate(practice.to)}`;
export const shortTerm = ({ practice }: PaperSet) =>
  `${shortDate(practice.from)} – ${shortDate(practice.to)}`;
export const programmeOf = ({ programme }: PaperSet) => `${programme.code} ${programme.name}`.trim();
export const componentOf = ({ practice }: PaperSet) =>
  [practice.module, practice.title].filter(Boolean).join(' ');
export const hoursOf = ({ practice }: PaperSet) =>
  practice.academicHours ? `${practice.academicHours} акад. ч` : SHORT_LINE;

export const centred = (text: string, bold = false): Block => ({
  kind: 'paragraph',
  text: bold ? [{ text, bold: true }] : text,
  align: 'center',
  indent: false,
});
export const plain = (text: string): Block => ({ kind: 'paragraph', text, align: 'left', indent: false });
/** «Группа: СВ-24». */
export const fact = (label: string, value: string): Block => ({
  kind: 'paragraph',
  text: [{ text: `${label}: ` }, { text: value, bold: true }],
  align: 'left',
  indent: false,
});

export const letterhead = ({ fullName, address, inn }: PaperSet['college']): Block => ({
  kind: 'letterhead',
  organisation: fullName,
  details: [[address, inn ? `ИНН ${inn}` : null].filter(Boolean).join(', ')].filter((one) => one !== ''),
});

export const headSigns = ({ headPost, headName }: PaperSet['college']) => ({
  post: headPost ?? 'Руководитель',
  name: signedName(headName),
});
export const supervisorSigns = ({ supervisor }: PaperSet) => ({
  post: 'Руководитель по практической подготовке от образовательной организации',
  name: signedName(supervisor?.name ?? null),
});
export const hostSigns = ({ hostSupervisor }: PaperSet) => ({
  post: 'Ответственный работник профильной организации',
  name: signedName(hostSupervisor?.name ?? null),
});
export const studentSigns = ({ name }: PaperStudent) => ({
  post: gendered(name, 'Обучающийся', 'Обучающаяся', 'Обучающийся(аяся)'),
  name: signedName(name),
});
export const mentorSigns = ({ mentor }: PaperStudent) => ({
  post: 'Наставник',
  name: signedName(mentor?.name ?? null),
});

/** One paper for each student, each with its own page numbers. */
export const forEach = (set: PaperSet, body: (student: PaperStudent) => Block[]): Block[] =>
  set.students.flatMap((student, i): Block[] => [
    ...(i > 0 ? [{ kind: 'newPaper' as const }] : []),
    ...body(student),
  ]);

/** What stands on top of every personal paper. */
export const studentHead = (set: PaperSet, student: PaperStudent): Block[] => [
  fact('Обучающийся', student.name),
  fact('Группа, программа', `${set.group}, ${programmeOf(set)}`),
  fact('Практика', `${componentOf(set)}, ${hoursOf(set)}`),
  fact('Место', [set.host.shortName, student.place].filter(Boolean).join(', ')),
  fact('Сроки', shortTerm(set)),
];
