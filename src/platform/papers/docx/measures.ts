import { BorderStyle } from 'docx';

/** Millimetres in twentieths of a point. */
export const mm = (value: number) => Math.round((value / 25.4) * 1440);

/** PT Serif is not on every office machine; this one is. */
export const FONT = 'Times New Roman';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const NO_BORDERS = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
export const NO_CELL_BORDERS = { top: none, bottom: none, left: none, right: none };
export const LINE_BELOW = { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000' } };
