export type NeedKind = 'new' | 'replacement' | 'project';
export type Confidence = 'low' | 'mid' | 'high';

/** One need line of a file: so many people of an occupation, by a year, at a place. */
export interface NeedRow {
  /** Row of the file, from 1. In a table with a column per year several lines share a row. */
  row: number;
  id: string | null;
  /** Code or ИНН of the enterprise, as found in the file. */
  enterprise: string | null;
  enterpriseName: string | null;
  municipality: string | null;
  occupation: string;
  occupationName: string | null;
  /** False: the code stands in no list; it is kept and shown. */
  occupationKnown: boolean;
  year: number;
  kind: NeedKind;
  count: number;
  confidence: Confidence;
  reason: string | null;
  project: string | null;
  spoCode: string | null;
}
