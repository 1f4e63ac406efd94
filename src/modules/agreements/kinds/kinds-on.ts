import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { AgreementKind } from './kind-schema.ts';

/** The catalogue of kinds as it stands on a day. */
export const kindsOn = (tx: Tx, day: string) => settingOn<AgreementKind[]>(tx, 'agreements.kinds', day);

/** One kind on a day; an unknown one is refused at its field. */
export async function kindOn(tx: Tx, code: string, day: string): Promise<AgreementKind> {
  const kind = (await kindsOn(tx, day)).find((one) => one.code === code);
  if (kind) return kind;
  throw refuse(
    'agreements:error.unknownKind',
    {},
    {
      fields: [{ path: 'kind', key: 'agreements:error.unknownKind' }],
    },
  );
}
