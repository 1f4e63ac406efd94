import { appealContract } from './appeals/appeal-contract.ts';
import { boardContract } from './boards/board-contract.ts';
import { cardContract } from './cards/card-contract.ts';
import { centreContract } from './centres/centre-contract.ts';
import { federalContract } from './federal/federal-contract.ts';
import { kitContract } from './kits/kit-contract.ts';
import { markContract } from './marks/mark-contract.ts';
import { paperContract } from './papers/paper-contract.ts';
import { pasteEntries } from './paste/paste-contract.ts';
import { recordContract } from './records/record-contract.ts';
import { repeatContract } from './repeats/repeat-contract.ts';
import { resultContract } from './results/result-contract.ts';
import { sessionContract } from './sessions/session-contract.ts';
import { staffingEntries } from './staffing/staffing-contract.ts';

export const contract = {
  ...pasteEntries,
  ...staffingEntries,
  ...paperContract,
  ...kitContract,
  ...boardContract,
  ...centreContract,
  ...sessionContract,
  ...markContract,
  ...recordContract,
  ...repeatContract,
  ...resultContract,
  ...appealContract,
  ...cardContract,
  ...federalContract,
};
