import type { Texts } from '../../../web/text.ts';
import type { Card } from './registry-api.ts';

/** The fields as texts of a form. */
export const organisationTexts = (card?: Card) => ({
  kind: card?.kind ?? 'enterprise',
  fullName: card?.fullName ?? '',
  shortName: card?.shortName ?? '',
  inn: card?.inn ?? '',
  kpp: card?.kpp ?? '',
  ogrn: card?.ogrn ?? '',
  okved: card?.okved ?? '',
  municipalityId: card?.municipalityId ?? '',
  address: card?.address ?? '',
  lat: card?.lat == null ? '' : String(card.lat).replace('.', ','),
  lon: card?.lon == null ? '' : String(card.lon).replace('.', ','),
  sizeClass: card?.sizeClass ?? '',
  headcount: card?.headcount == null ? '' : String(card.headcount),
  accessClass: card?.accessClass ?? 'open',
});

/** A number as people write it; what is not one stays a text, for the schema to refuse. */
const number = (text: string): number | string | null => {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  if (plain === '') return null;
  return Number.isNaN(Number(plain)) ? text : Number(plain);
};

/** The same as the server takes them. */
export const organisationInput = (value: ReturnType<typeof organisationTexts>) => ({
  ...value,
  municipalityId: value.municipalityId || null,
  sizeClass: value.sizeClass || null,
  lat: number(value.lat),
  lon: number(value.lon),
  headcount: number(value.headcount),
});

export const organisationLabels = (t: Texts['t']) => ({
  kind: t('registry:card.kind'),
  fullName: t('registry:card.fullName'),
  shortName: t('registry:card.shortName'),
  inn: t('registry:card.inn'),
  kpp: t('registry:card.kpp'),
  ogrn: t('registry:card.ogrn'),
  okved: t('registry:card.okved'),
  municipalityId: t('registry:card.municipality'),
  address: t('registry:card.address'),
  lat: t('registry:card.lat'),
  lon: t('registry:card.lon'),
  sizeClass: t('registry:card.size'),
  headcount: t('registry:card.headcount'),
  accessClass: t('registry:card.access'),
});
