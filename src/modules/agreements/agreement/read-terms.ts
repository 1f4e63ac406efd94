import type { Tx } from '../../../platform/database/index.ts';
import { settingsOn } from '../../../platform/rules/index.ts';

export interface Terms {
  expiringDays: number;
  inactiveDays: number;
}

/** How many days ahead an end is near, and after how many without an event an agreement lies idle. */
export async function readTerms(tx: Tx, today: string): Promise<Terms> {
  const values = await settingsOn(tx, ['agreements.expiringDays', 'agreements.inactiveDays'], today);
  return {
    expiringDays: Number(values['agreements.expiringDays']),
    inactiveDays: Number(values['agreements.inactiveDays']),
  };
}
