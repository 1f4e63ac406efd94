import { definePaper } from '../../../platform/papers/index.ts';
import { paperSet } from './paper-set.ts';
import {
  centred,
  forEach,
  gendered,
  headSigns,
  inCase,
  KIND_TO,
  letterhead,
  mentorSigns,
  programmeOf,
  shortTerm,
} from './phrases.ts';

/** The plant's reference on a student. */
export const referencePaper = definePaper({
  id: 'practice.reference',
  regime: 'common',
  validFrom: '2018-07-01',
  validTo: null,
  version: 1,
  fields: paperSet,
  body: (set) =>
    forEach(set, (student) => [
      letterhead(set.host),
      { kind: 'paperKind', text: 'ХАРАКТЕРИСТИКА' },
      centred(
        `на ${gendered(student.name, 'обучающегося', 'обучающуюся', 'обучающегося(уюся)')} ${inCase(student.name, 'accusative')}\n`,
      ),
      {
        kind: 'paragraph',
        text: `${student.name} ${gendered(student.name, 'проходил', 'проходила', 'проходил(а)')} ${KIND_TO[set.practice.kind]} ${shortTerm(set)} в ${set.host.shortName}${student.place ? ` (${student.place})` : ''}. Программа ${programmeOf(set)}, группа ${set.group}, ${set.college.shortName}.`,
      },
      ...(student.reference
        ? student.reference.split(/\n+/).map((text) => ({ kind: 'paragraph' as const, text }))
        : [
            'Какие работы и с каким качеством выполнял(а):',
            'Отношение к работе, дисциплина, соблюдение правил безопасности:',
            'Умение работать с людьми:',
            'Рекомендации, готовность предприятия принять на работу:',
          ].map((text) => ({
            kind: 'paragraph' as const,
            text: `${text}\n${`${'_'.repeat(78)}\n`.repeat(3).trim()}`,
            align: 'left' as const,
            indent: false,
          }))),
      { kind: 'signatures', signers: [mentorSigns(student), headSigns(set.host)] },
    ]),
});
