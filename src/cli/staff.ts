import {
  type HallCertificate,
  readInstance,
  type StaffingInstance,
  type StaffingResult,
  say,
  staff,
  type Unfilled,
  verifyStaffing,
} from '../engines/staffing/index.ts';
import type { InstanceKind } from './instances/kind.ts';
import { instanceCommand } from './instances/run-instances.ts';

const languages = { ru: say('ru'), en: say('en') };
const t = /^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? languages.en : languages.ru;

/** The sentence of a certificate. */
function sentence({ words }: HallCertificate, say = t): string {
  return say(words.id, { ...words.params, role: say(`role.${words.params.role}`) });
}

export const staffing: InstanceKind<StaffingInstance, StaffingResult> = {
  name: 'staff',
  t,
  read: readInstance,
  compute: staff,
  /** Each certificate with its words. */
  written(result) {
    const worded = new Map<object, object>();
    const unfilled = result.unfilled.map((u) => {
      let certificate = worded.get(u.certificate);
      if (!certificate) {
        certificate = { ...u.certificate, text: sentence(u.certificate) };
        worded.set(u.certificate, certificate);
      }
      return { ...u, certificate };
    });
    return { ...result, unfilled };
  },
  done(result, file) {
    const { cost, bound, score } = result;
    const facts = { seats: result.assignment.length, empty: result.unfilled.length, cost, bound, file };
    return score ? t('cli.doneScore', { ...facts, ...score }) : t('cli.done', facts);
  },
  check(instance, answer) {
    if (!Array.isArray(answer.assignment) || !Array.isArray(answer.unfilled)) return [t('verify.format')];
    const wrong = verifyStaffing(instance, answer);
    // the sentence may have been written in either language
    for (const { session, role, certificate } of answer.unfilled as (Unfilled & {
      certificate: { text?: string };
    })[])
      if (certificate.text !== undefined)
        if (!Object.values(languages).some((one) => sentence(certificate, one) === certificate.text))
          wrong.push({ id: 'hallWords', params: { session, role } });
    return wrong.map(({ id, params }) =>
      t(`verify.${id}`, params.role ? { ...params, role: t(`role.${params.role}`) } : params),
    );
  },
};

export default instanceCommand(staffing);
