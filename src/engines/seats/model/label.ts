/**
 * Names of rows and columns. A label is structured, so that an explanation can speak of it; its key is one
 * string `kind|part|part…` with parts in the order of `parts`, used in files (docs/formats/certificate.md).
 */
export type ColumnKind =
  | 'seats'
  | 'groups'
  | 'opening'
  | 'rise'
  | 'cut'
  | 'flow'
  | 'waste'
  | 'retrainGroups'
  | 'retrained'
  | 'retrainFlow'
  | 'unmet'
  | 'theta';

export type RowKind =
  | 'groupMin'
  | 'groupMax'
  | 'stability'
  | 'mayTeach'
  | 'newLimit'
  | 'places'
  | 'workshop'
  | 'budget'
  | 'applicants'
  | 'demand'
  | 'minSeats'
  | 'policy'
  | 'decision'
  | 'supply'
  | 'share'
  | 'need'
  | 'fairness'
  | 'centre'
  | 'courseMin'
  | 'courseMax'
  | 'courseSupply'
  | 'stage';

export interface Label<K extends string = ColumnKind | RowKind> {
  kind: K;
  college?: string;
  programme?: string;
  occupation?: string;
  zone?: string;
  toZone?: string;
  /** Workshop, budget, area with base, policy, fairness group or centre. */
  id?: string;
  year?: number;
}

/** The string form of a label. */
export function labelKey(l: Label): string {
  let key: string = l.kind;
  if (l.college !== undefined) key += `|${l.college}`;
  if (l.zone !== undefined) key += `|${l.zone}`;
  if (l.id !== undefined) key += `|${l.id}`;
  if (l.programme !== undefined) key += `|${l.programme}`;
  if (l.occupation !== undefined) key += `|${l.occupation}`;
  if (l.toZone !== undefined) key += `|${l.toZone}`;
  if (l.year !== undefined) key += `|${l.year}`;
  return key;
}
