import { staffingRights, staffingWords } from './staffing/words.en.ts';
import { base } from './words/base.en.ts';
import { roomDuties, roomErrors, roomPersonal, rooms } from './words/rooms.en.ts';
import { ruleWords } from './words/rules.en.ts';
import { screen, tablet } from './words/screens.en.ts';
import { sourcesOf } from './words/sources.ts';

export default {
  ...ruleWords,
  ruleSource: sourcesOf(ruleWords),
  ...base,
  error: { ...base.error, ...roomErrors },
  personal: { ...base.personal, ...roomPersonal },
  duty: { ...base.duty, ...roomDuties },
  rooms,
  screen,
  tablet,
  right: { ...base.right, ...staffingRights },
  staffing: staffingWords,
};
