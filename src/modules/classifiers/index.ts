export { edgesOn } from './crosswalk/edges-on.ts';
export { type Share, type Split, splitByCrosswalk } from './rules/split-by-crosswalk.ts';
export { noteUnknownCode } from './unknown/note-unknown-code.ts';
