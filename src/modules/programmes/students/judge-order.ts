import type { Tx } from '../../../platform/database/index.ts';
import { judge, settingsOf, type Verdict } from '../../../platform/rules/index.ts';
import { graduationYearRule, leaveLengthRule, orderDayRule } from '../rules/student-order-rules.ts';

export interface Order {
  on: string;
  until: string | null;
  last: string | null;
  graduationYear: number;
  today: string;
}

/** Verdicts of the rules an order about a student is measured by, for the guards of the state machine. */
export async function judgeOrder(tx: Tx, order: Order): Promise<Record<string, Verdict>> {
  const { on, until, last, graduationYear, today } = order;
  return {
    'PG-01': judge(orderDayRule, { on, last, today }, await settingsOf(tx, orderDayRule, on), on),
    'PG-02': judge(leaveLengthRule, { on, until }, await settingsOf(tx, leaveLengthRule, on), on),
    'PG-03': judge(graduationYearRule, { on, graduationYear }, {}, on),
  };
}
