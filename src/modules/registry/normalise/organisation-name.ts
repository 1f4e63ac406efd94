import { sortKeyOf } from '../sort-key.ts';

/** Legal forms and words of ownership that different people write or leave out. */
const FORM =
  /(?<!\p{L})(общество с ограниченной ответственностью|публичное акционерное общество|открытое акционерное общество|закрытое акционерное общество|непубличное акционерное общество|акционерное общество|индивидуальный предприниматель|ооо|пао|оао|зао|нао|ао|ип|фгуп|фгбу|гуп|муп|мку|мбу|мбоу|мкоу|кх|кфх|спк|сппк|тоо|гапоу|гбпоу|когпобу|когпоау|фгбоу|спо|впо|во)(?!\p{L})/giu;

/** A name by which records are compared: small letters, without legal form, quotes and punctuation. */
export const bareName = (name: string): string =>
  sortKeyOf(name)
    .replace(FORM, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
