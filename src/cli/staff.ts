import {
  readInstance,
  type StaffingInstance,
  type StaffingResult,
  say,
  staff,
  verifyStaffing,
} from '../engines/staffing/index.ts';
import type { InstanceKind } from './instances/kind.ts';
import { instanceCommand } from './instances/run-instances.ts';

const t = say(/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

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
        const { words } = u.certificate;
        const role = t(`role.${words.params.role}`);
        certificate = { ...u.certificate, text: t(words.id, { ...words.params, role }) };
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
    return verifyStaffing(instance, answer).map(({ id, params }) =>
      t(`verify.${id}`, params.role ? { ...params, role: t(`role.${params.role}`) } : params),
    );
  },
};

export default instanceCommand(staffing);
