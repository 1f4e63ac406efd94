import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';
import { turns } from './limits.ts';

const shared = { room: 'practice', validFrom: '2020-09-22', validTo: null, where: 'form+server' } as const;
const order = { ...shared, source: 'domain §3.1' } as const;
const ours = { ...shared, source: 'own', trust: 'A' } as const;
const days = { from: z.iso.date(), to: z.iso.date() };

/** Medical and pharmaceutical programmes have an order of their own. */
export const programmeRule = defineRule({
  ...order,
  id: 'PP-01',
  trust: 'W',
  facts: z.object({ code: z.string() }),
  settings: z.object({ 'practice.otherOrderGroups': z.array(z.string()) }),
  check: ({ code }, settings) =>
    settings['practice.otherOrderGroups'].includes(code.slice(0, 2)) ? refused({ code }, 'planId') : ok,
});

/** A practice at an enterprise stands on an agreement of the two that holds on all its days. */
export const agreementRule = defineRule({
  ...order,
  id: 'PP-02',
  trust: 'M+',
  facts: z.object({
    ...days,
    agreement: z
      .object({
        number: z.string(),
        holds: z.boolean(),
        ofBoth: z.boolean(),
        from: z.string(),
        to: z.string().nullable(),
      })
      .nullable(),
  }),
  check({ agreement, from, to }) {
    if (!agreement) return refused({}, 'agreementId');
    const { number } = agreement;
    if (!agreement.ofBoth) return refused({ number }, 'agreementId', 'parties');
    if (!agreement.holds) return refused({ number }, 'agreementId', 'state');
    if (agreement.from > from) return refused({ number, day: agreement.from }, 'agreementId', 'starts');
    return agreement.to !== null && agreement.to < to
      ? refused({ number, day: agreement.to }, 'agreementId', 'ends')
      : ok;
  },
});

/** A fixed-term labour contract, where there is one, has its number. */
export const employmentRule = defineRule({
  ...order,
  id: 'PP-06',
  trust: 'M+',
  facts: z.object({ employed: z.boolean(), contractNumber: z.string().nullable() }),
  check: ({ employed, contractNumber }) => (employed && !contractNumber ? refused({}, 'contractNumber') : ok),
});

/** Nobody works before the briefing. */
export const briefingRule = defineRule({
  ...order,
  id: 'PP-07',
  trust: 'M+',
  facts: z.object({ briefingOn: z.string().nullable(), today: z.string() }),
  check({ briefingOn, today }) {
    if (!briefingOn) return refused({}, 'briefingOn');
    return briefingOn > today ? refused({ briefingOn }, 'briefingOn', 'later') : ok;
  },
});

const medical = z.object({
  ...days,
  needed: z.boolean(),
  number: z.string().nullable(),
  until: z.string().nullable(),
});
type Medical = z.output<typeof medical>;
const admitted = ({ needed, number, until, to }: Medical) => {
  if (!needed) return ok;
  if (!number || !until) return refused({}, 'medicalUntil');
  return until < to ? refused({ until, to }, 'medicalUntil', 'ends') : ok;
};

/** Work that asks for a medical examination is done with a certificate valid on all days. */
export const medicalRule = defineRule({
  ...order,
  id: 'PP-08',
  trust: 'M+',
  facts: medical,
  check: admitted,
});

/** An employee under 18 passes a medical examination whatever the work. */
export const minorMedicalRule = defineRule({
  ...shared,
  source: 'domain §3.5',
  id: 'AG-08',
  trust: 'M+',
  facts: medical,
  check: admitted,
});

/** A workplace for a student with a disability can be used by them. */
export const accessRule = defineRule({
  ...order,
  id: 'PP-09',
  trust: 'M+',
  facts: z.object({ needsAccess: z.boolean(), accessible: z.boolean() }),
  check: ({ needsAccess, accessible }) => (needsAccess && !accessible ? refused({}, 'offerId') : ok),
});

const answer = z.enum(['given', 'refused', 'asked', 'withdrawn']).nullable();

/** Away from home only with the student's consent. */
export const leaveHomeRule = defineRule({
  ...order,
  id: 'PP-10',
  trust: 'W',
  facts: z.object({ home: z.string().nullable(), host: z.string().nullable(), consent: answer }),
  check({ home, host, consent }) {
    if (consent === 'refused' || consent === 'withdrawn') return refused({}, 'leaveHome', consent);
    if (consent === 'given' || (home !== null && home === host)) return ok;
    return refused({}, 'leaveHome', home === null ? 'unknown' : undefined);
  },
});

/** Under 18 on the first day: the legal representative agrees. */
export const guardianRule = defineRule({
  ...shared,
  source: 'domain §11.1',
  id: 'X-06',
  trust: 'A',
  facts: z.object({ birthDate: z.iso.date(), from: z.iso.date(), consent: answer }),
  check({ birthDate, from, consent }) {
    if (turns(birthDate, 18) <= from || consent === 'given') return ok;
    const variant = consent === 'refused' || consent === 'withdrawn' ? consent : undefined;
    return refused({ adultOn: turns(birthDate, 18) }, 'guardian', variant);
  },
});

/** Inside an approved practice of the group. */
export const planRule = defineRule({
  ...ours,
  id: 'PL-01',
  facts: z.object({ ...days, planFrom: z.string(), planTo: z.string(), approved: z.boolean() }),
  check({ from, to, planFrom, planTo, approved }) {
    if (!approved) return refused({}, 'planId', 'draft');
    return from < planFrom || to > planTo ? refused({ planFrom, planTo }, 'from') : ok;
  },
});

/** Inside the time a student studies on the programme. */
export const programmeDaysRule = defineRule({
  ...ours,
  id: 'PL-02',
  facts: z.object({ ...days, studying: z.boolean(), since: z.string().nullable(), until: z.string() }),
  check({ from, to, studying, since, until }) {
    if (!studying || since === null) return refused({}, 'students', 'notStudying');
    if (from < since) return refused({ since }, 'from', 'before');
    return to > until ? refused({ until }, 'to', 'after') : ok;
  },
});

/** The offer is for this speciality and kind of practice, and open to this college. */
export const fitRule = defineRule({
  ...ours,
  id: 'PL-03',
  facts: z.object({
    code: z.string(),
    kind: z.string(),
    programmes: z.array(z.string()),
    kinds: z.array(z.string()),
    keptForOther: z.boolean(),
  }),
  check({ code, kind, programmes, kinds, keptForOther }) {
    if (keptForOther) return refused({}, 'offerId', 'kept');
    if (!programmes.includes(code)) return refused({ code }, 'offerId');
    return kinds.includes(kind) ? ok : refused({ kind: `practice:kind.${kind}` }, 'offerId', 'kind');
  },
});

/** The offer is open and covers the days. */
export const offerDaysRule = defineRule({
  ...ours,
  id: 'PL-04',
  facts: z.object({ ...days, state: z.string(), offerFrom: z.string(), offerTo: z.string() }),
  check({ from, to, state, offerFrom, offerTo }) {
    if (state !== 'open') return refused({ state: `practice:state.offer.${state}` }, 'offerId', 'state');
    return from < offerFrom || to > offerTo ? refused({ offerFrom, offerTo }, 'from') : ok;
  },
});

/** One student is in one place on one day. */
export const overlapRule = defineRule({
  ...ours,
  id: 'PL-05',
  facts: z.object({ other: z.object({ host: z.string(), from: z.string(), to: z.string() }).nullable() }),
  check: ({ other }) => (other ? refused(other, 'students') : ok),
});

/** An enterprise that takes nobody under 18 is not asked to. */
export const minorsRule = defineRule({
  ...ours,
  id: 'PL-06',
  facts: z.object({ birthDate: z.iso.date(), from: z.iso.date(), takesMinors: z.boolean() }),
  check: ({ birthDate, from, takesMinors }) =>
    !takesMinors && turns(birthDate, 18) > from ? refused({ adultOn: turns(birthDate, 18) }, 'offerId') : ok,
});

/** A group smaller than the enterprise's least is not sent. */
export const minGroupRule = defineRule({
  ...ours,
  id: 'PL-07',
  facts: z.object({ people: z.number().int(), least: z.number().int() }),
  check: ({ people, least }) => (people < least ? refused({ people, least }, 'students') : ok),
});
