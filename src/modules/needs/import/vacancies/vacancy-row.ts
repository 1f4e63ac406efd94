import type { CardState, VacancySource } from './card.ts';

/** Why a card is no need yet; null where it is one by the rule. */
export type Unready = 'noDate' | 'noEmployer' | 'noOccupation' | 'young' | 'duplicate' | 'closed';

/** One vacancy card: evidence of demand. Contacts of persons are not taken over. */
export interface VacancyRow {
  row: number;
  source: VacancySource;
  externalId: string;
  title: string;
  employer: string | null;
  /** Code of the enterprise where the file is our own table. */
  enterprise: string | null;
  inn: string | null;
  ogrn: string | null;
  /** ОКПДТР code as received, five digits and a sign. */
  profession: string | null;
  occupation: string | null;
  occupationBy: 'code' | 'name' | null;
  region: string | null;
  location: string | null;
  municipality: string | null;
  lat: number | null;
  lon: number | null;
  openedOn: string | null;
  changedOn: string | null;
  /** As the card states. */
  statedPlaces: number;
  /** As evidence counts: not above the cap of one card. */
  workPlaces: number;
  /** Kopecks a month, before tax where the source tells. */
  salaryMin: number | null;
  salaryMax: number | null;
  education: string | null;
  quoted: boolean;
  state: CardState;
  /** External id of the card this one repeats. */
  duplicateOf: string | null;
  /** Null: by the rule this card becomes part of a need line. */
  unready: Unready | null;
}
