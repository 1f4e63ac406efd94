export { normaliseBoolean } from './boolean.ts';
export { type CodeOptions, normaliseCode, normaliseDigits, splitCodeAndName } from './code.ts';
export { type DateOptions, dayOf, dayOfSerial, normaliseDate } from './date.ts';
export { fixLookalikes, foldTo, foldToDigits, type Script, scriptOf } from './lookalikes.ts';
export { type NumberOptions, normaliseDecimal, normaliseInteger } from './number.ts';
export { looksLikeFormula, normaliseText, type TextOptions } from './text.ts';
export type { Input, Normalised } from './types.ts';
