import { minorOn, readStudentLines, type StudentLine } from '../rules/student-line.ts';
import type { PaperSetInput } from './paper-api.ts';

/** What is typed on the page, as it stands in the fields. */
export const EMPTY = {
  group: '',
  code: '',
  programme: '',
  list: '',
  hostFull: '',
  hostShort: '',
  hostInn: '',
  hostAddress: '',
  hostHeadPost: '',
  hostHeadName: '',
  hostAuthority: '',
  place: '',
  works: '',
  kind: 'PP',
  module: '',
  practice: '',
  from: '',
  to: '',
  hours: '',
  competences: '',
  agreementNumber: '',
  agreementOn: '',
  supervisor: '',
  hostSupervisor: '',
  ownFull: '',
  ownShort: '',
  ownInn: '',
  ownAddress: '',
  ownHeadPost: '',
  ownHeadName: '',
  ownAuthority: '',
  city: '',
};
export type Draft = typeof EMPTY;

/** What the registry knows of a side, as it stands in the fields. */
export const partyFields = (side: 'own' | 'host', party: PaperSetInput['college']): Partial<Draft> => ({
  [`${side}Full`]: party.fullName,
  [`${side}Short`]: party.shortName,
  [`${side}Inn`]: party.inn ?? '',
  [`${side}Address`]: party.address ?? '',
  [`${side}HeadPost`]: party.headPost ?? '',
  [`${side}HeadName`]: party.headName ?? '',
  [`${side}Authority`]: party.authority ?? '',
});

export const studentsOf = (draft: Draft): StudentLine[] => readStudentLines(draft.list);

/** The first thing that is missing: the last word of a message id; null when papers can be made. */
export function missingOf(
  draft: Draft,
): 'noStudents' | 'noGroup' | 'noProgramme' | 'noHost' | 'noDates' | null {
  if (studentsOf(draft).length === 0) return 'noStudents';
  if (draft.group.trim() === '') return 'noGroup';
  if (draft.programme.trim() === '') return 'noProgramme';
  if (draft.hostFull.trim() === '') return 'noHost';
  return draft.from === '' || draft.to === '' || draft.to < draft.from ? 'noDates' : null;
}

const lines = (text: string) =>
  text
    .split(/\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const person = (name: string) => (name.trim() === '' ? null : { name: name.trim(), post: null });

/** The data of the papers from what was typed; what is empty stays a line for handwriting. */
export function setOf(draft: Draft, region: { qualities: string[]; listDays: number }): PaperSetInput {
  return {
    college: {
      fullName: draft.ownFull || draft.ownShort || '____________',
      shortName: draft.ownShort || draft.ownFull || '____________',
      inn: draft.ownInn,
      address: draft.ownAddress,
      headPost: draft.ownHeadPost,
      headName: draft.ownHeadName,
      authority: draft.ownAuthority,
    },
    host: {
      fullName: draft.hostFull,
      shortName: draft.hostShort || draft.hostFull,
      inn: draft.hostInn,
      address: draft.hostAddress,
      headPost: draft.hostHeadPost,
      headName: draft.hostHeadName,
      authority: draft.hostAuthority,
    },
    city: draft.city,
    programme: { code: draft.code, name: draft.programme },
    group: draft.group,
    practice: {
      kind: draft.kind as PaperSetInput['practice']['kind'],
      module: draft.module,
      title: draft.practice || draft.module || draft.programme,
      from: draft.from,
      to: draft.to,
      academicHours: /^\d+$/.test(draft.hours) ? Number(draft.hours) : null,
      competences: lines(draft.competences),
      works: draft.works,
      address: draft.hostAddress,
    },
    agreement: { number: draft.agreementNumber, on: draft.agreementOn || null, listDays: region.listDays },
    order: {},
    gradeSheet: {},
    supervisor: person(draft.supervisor),
    hostSupervisor: person(draft.hostSupervisor),
    qualities: region.qualities,
    students: studentsOf(draft).map(({ name, birthDate }) => ({
      name,
      birthDate,
      place: draft.place,
      minor: minorOn(birthDate, draft.from),
    })),
  };
}
