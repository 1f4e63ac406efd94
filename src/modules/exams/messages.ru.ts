import { staffingRights, staffingWords } from './staffing/words.ru.ts';
import { base } from './words/base.ru.ts';
import { roomDuties, roomErrors, roomPersonal, rooms } from './words/rooms.ru.ts';
import { ruleWords } from './words/rules.ru.ts';
import { screen, tablet } from './words/screens.ru.ts';
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
