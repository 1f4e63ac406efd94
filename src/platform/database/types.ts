/**
 * Both drivers give the same plain values: `date` and `timestamptz` as ISO text, `int8` and `numeric` as
 * numbers. Numbers beyond 2^53 are not stored anywhere (money is kopecks in int8, far below).
 */
export const OID = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 } as const;

const isoMoment = (text: string) => new Date(text).toISOString();

export const PARSERS: Record<number, (text: string) => unknown> = {
  [OID.int8]: Number,
  [OID.numeric]: Number,
  [OID.date]: (text) => text,
  [OID.timestamp]: (text) => text,
  [OID.timestamptz]: isoMoment,
};
