import { definePaper, shortDate } from '../../../platform/papers/index.ts';
import { practiceAgreementBlocks } from '../../agreements/index.ts';
import { paperSet } from './paper-set.ts';
import { componentOf, LINE, programmeOf } from './phrases.ts';

/** The agreement of a college and a plant with both annexes filled from the practice of one group. */
export const agreementPaper = definePaper({
  id: 'practice.agreement',
  regime: 'common',
  validFrom: '2020-09-22',
  validTo: null,
  version: 1,
  fields: paperSet,
  body(set) {
    const { practice, agreement, students } = set;
    const places = [...new Set(students.map(({ place }) => place ?? ''))].filter((one) => one !== '');
    const premises = (places.length > 0 ? places : [LINE]).map((place) => ({
      place,
      address: practice.address ?? set.host.address ?? LINE,
      works: practice.works ?? LINE,
    }));
    return practiceAgreementBlocks({
      number: agreement.number,
      concludedOn: agreement.on,
      city: set.city,
      from: agreement.from,
      to: agreement.to,
      listDays: agreement.listDays,
      college: set.college,
      host: set.host,
      components: [
        {
          programme: programmeOf(set),
          component: componentOf(set),
          students: String(students.length),
          days: `${shortDate(practice.from)} – ${shortDate(practice.to)}`,
        },
      ],
      premises,
      supplement: null,
    });
  },
});
