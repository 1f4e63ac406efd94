import { z } from 'zod';
import { command, day, id, listOf, nothing, page, query } from '../../platform/use-case/contract.ts';
import { ORGANISATION_KINDS, ROLES, type RoleName } from './roles.ts';
import { innIsRight, kppIsRight, ogrnIsRight } from './rules/check-digits.ts';
import { TWIN_REASONS } from './rules/likely-twins.ts';

const kind = z.enum(ORGANISATION_KINDS);
const roleName = z.enum(Object.keys(ROLES) as [RoleName, ...RoleName[]]);
export const SIZE_CLASSES = ['1-15', '16-100', '101-250', '251+'] as const;

export const MAX_ROAD_FILE = 5 * 1024 * 1024;

export const organisationRow = z.object({
  id,
  kind,
  fullName: z.string(),
  shortName: z.string(),
  inn: z.string().nullable(),
  municipalityId: id.nullable(),
  municipalityName: z.string().nullable(),
  okved: z.string().nullable(),
  sizeClass: z.enum(SIZE_CLASSES).nullable(),
  headcount: z.number().int().nullable(),
  verified: z.boolean(),
  isDemo: z.boolean(),
});

export const organisationCard = organisationRow.extend({
  kpp: z.string().nullable(),
  ogrn: z.string().nullable(),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  accessClass: z.enum(['open', 'restricted']),
  closedOn: day.nullable(),
  rev: z.number().int(),
  names: z.array(
    z.object({ fullName: z.string(), shortName: z.string(), from: day.nullable(), to: day.nullable() }),
  ),
  predecessors: z.array(z.object({ id, shortName: z.string() })),
  successor: z.object({ id, shortName: z.string() }).nullable(),
});

const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

/** What a form may write; the same schema checks it in the browser and on the server. */
export const organisationFields = z.object({
  kind,
  fullName: text(500),
  shortName: text(160),
  inn: optionalText(12).refine((inn) => inn === null || innIsRight(inn), 'registry:rule.inn'),
  kpp: optionalText(9).refine((kpp) => kpp === null || kppIsRight(kpp), 'registry:rule.kpp'),
  ogrn: optionalText(15).refine((ogrn) => ogrn === null || ogrnIsRight(ogrn), 'registry:rule.ogrn'),
  okved: optionalText(12).refine(
    (code) => code === null || /^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$/.test(code),
    'registry:rule.okved',
  ),
  municipalityId: id.nullish().transform((value) => value ?? null),
  address: optionalText(500),
  lat: z
    .number()
    .min(41)
    .max(82)
    .nullish()
    .transform((value) => value ?? null),
  lon: z
    .number()
    .min(-180)
    .max(180)
    .nullish()
    .transform((value) => value ?? null),
  sizeClass: z
    .enum(SIZE_CLASSES)
    .nullish()
    .transform((value) => value ?? null),
  headcount: z
    .number()
    .int()
    .min(0)
    .nullish()
    .transform((value) => value ?? null),
  accessClass: z.enum(['open', 'restricted']).default('open'),
});

export const personRow = z.object({
  id,
  fullName: z.string(),
  birthDate: day.nullable(),
  roles: z.array(z.object({ role: z.string(), organisation: z.string().nullable() })),
  isDemo: z.boolean(),
});

export const personFields = z.object({
  surname: text(100),
  givenName: text(100),
  patronymic: optionalText(100),
  birthDate: day.nullish().transform((value) => value ?? null),
  sex: z
    .enum(['f', 'm'])
    .nullish()
    .transform((value) => value ?? null),
});

const municipality = z.object({
  id,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  centre: z.string(),
  kind: z.string(),
  lat: z.number(),
  lon: z.number(),
  isRural: z.boolean(),
  zoneId: id,
  zoneCode: z.string(),
  zoneName: z.string(),
});

const personShort = z.object({
  id,
  fullName: z.string(),
  birthDate: day.nullable(),
  roles: z.array(z.string()),
});

const assignmentRow = z.object({
  id,
  personId: id,
  personName: z.string(),
  role: z.string(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
});

/** Rows a merge moved to the kept record, and rows it left because they stand there already. */
const movedRows = { moved: z.number().int(), stayed: z.number().int() };

export const contract = {
  listOrganisations: query('/registry/organisations', {
    input: page.extend({
      kind: kind.optional(),
      search: z.string().max(100).optional(),
      municipalityId: id.optional(),
      verified: z.boolean().optional(),
    }),
    output: listOf(organisationRow),
    summary: 'Organisations of the region',
  }),
  getOrganisation: query('/registry/organisations/{id}', {
    input: z.object({ id }),
    output: organisationCard,
    summary: 'One organisation with its dated names',
  }),
  saveOrganisation: command('/registry/organisations/save', {
    input: organisationFields.extend({
      id: id.optional(),
      rev: z.number().int().optional(),
      /** The day from which a changed name holds. */
      nameFrom: day.optional(),
    }),
    output: z.object({ id, rev: z.number().int() }),
    summary: 'Adds an organisation or changes its card',
  }),
  registerEnterprise: command('/registry/organisations/register', {
    input: organisationFields
      .omit({ kind: true, accessClass: true })
      .required({ inn: true })
      .extend({ contact: personFields, email: z.email() }),
    output: z.object({ id }),
    summary: 'An enterprise registers itself; it stays unverified until a body has checked its authority',
  }),
  verifyOrganisation: command('/registry/organisations/{id}/verify', {
    input: z.object({ id, how: text(500) }),
    output: z.object({ id }),
    summary: 'States that the authority of an organisation was checked, by whom and by what',
  }),
  succeedOrganisation: command('/registry/organisations/{id}/succeed', {
    input: z.object({ id, successorId: id, on: day }),
    output: z.object({ id }),
    summary: 'Closes an organisation and names its successor; cycles are refused',
  }),
  mergeOrganisations: command('/registry/organisations/{keepId}/merge', {
    input: z.object({ keepId: id, mergeId: id, reason: text(300) }),
    output: z.object({ mergeId: id, ...movedRows }),
    summary: 'Merges a duplicate into the kept record',
  }),
  undoMerge: command('/registry/merges/{mergeId}/undo', {
    input: z.object({ mergeId: id }),
    output: z.object({ id }),
    summary: 'Takes a merge back',
  }),
  listDuplicates: query('/registry/organisations/duplicates', {
    input: page,
    output: listOf(
      z.object({ a: organisationRow, b: organisationRow, reasons: z.array(z.enum(TWIN_REASONS)) }),
    ),
    summary: 'Records that look like one organisation, with the reasons',
  }),
  listMunicipalities: query('/registry/municipalities', {
    input: nothing,
    output: z.object({ rows: z.array(municipality) }),
    summary: 'Municipalities with centres and planning zones',
  }),
  previewRoadTable: query('/registry/roads/preview', {
    input: z.object({ file: z.file().max(MAX_ROAD_FILE) }),
    output: z.object({
      rows: z.array(z.object({ from: z.string(), to: z.string(), km: z.number() })),
      total: z.number().int(),
      unknown: z.array(z.string()),
      refused: z.array(
        z.object({
          address: z.string(),
          id: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          before: z.string(),
        }),
      ),
    }),
    summary: 'Reads a file with a table of roads; stores nothing',
  }).route({ method: 'POST' }),
  importRoadTable: command('/registry/roads/import', {
    input: z.object({
      source: text(300),
      rows: z
        .array(z.object({ from: z.string(), to: z.string(), km: z.number().positive().max(3000) }))
        .min(1)
        .max(10_000),
    }),
    output: z.object({ stored: z.number().int(), unknown: z.array(z.string()) }),
    summary: 'Replaces straight-line distances by a table of roads',
  }),
  listPersons: query('/registry/persons', {
    input: page.extend({ search: z.string().max(100).optional() }),
    output: listOf(personRow),
    summary: 'Persons this role may see',
  }),
  listAssignments: query('/registry/assignments', {
    input: page.extend({ organisationId: id.optional(), role: roleName.optional() }),
    output: listOf(assignmentRow),
    summary: 'Who holds which role',
  }),
  appoint: command('/registry/assignments/appoint', {
    input: z.object({
      person: z.union([z.object({ id }), personFields]),
      email: z.email().optional(),
      role: roleName,
      organisationId: id.nullish().transform((value) => value ?? null),
      from: day,
      to: day.nullish().transform((value) => value ?? null),
      ground: text(300),
    }),
    output: z.object({ assignmentId: id, personId: id }),
    summary: 'Appoints a person to a role; who may appoint whom is data',
  }),
  endAssignment: command('/registry/assignments/{id}/end', {
    input: z.object({ id, on: day, reason: text(300) }),
    output: z.object({ id }),
    summary: 'Ends a role on a day; the person’s next request has it no more',
  }),
  invite: command('/registry/assignments/{assignmentId}/invite', {
    input: z.object({ assignmentId: id, email: z.email().optional() }),
    output: z.object({ expiresAt: z.iso.datetime() }),
    summary: 'Invites the holder of a role by a letter with a one-time link',
  }),
  acceptInvitation: command('/registry/invitations/accept', {
    input: z.object({ token: z.string().max(200), password: z.string().max(200) }),
    output: z.union([
      z.object({ accepted: z.literal(true), email: z.string() }),
      z.object({
        accepted: z.literal(false),
        why: z.enum(['unknown', 'spent', 'killed', 'expired', 'locked', 'codeNeeded', 'wrongCode']),
      }),
    ]),
    summary: 'Opens an account by an invitation: the person sets a password',
  }),
  listPersonDuplicates: query('/registry/persons/duplicates', {
    input: page,
    output: listOf(z.object({ a: personShort, b: personShort })),
    summary: 'Records that look like one person',
  }),
  mergePersons: command('/registry/persons/{keepId}/merge', {
    input: z.object({ keepId: id, mergeId: id, reason: text(300) }),
    output: z.object({ mergeId: id, ...movedRows }),
    summary: 'Makes one record of two; it can be taken back',
  }),
  listMerges: query('/registry/merges', {
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          id,
          kind: z.enum(['organisation', 'person']),
          kept: z.string().nullable(),
          merged: z.string().nullable(),
          reason: z.string(),
          at: z.iso.datetime({ offset: true }),
          by: z.string().nullable(),
          ...movedRows,
        }),
      ),
    }),
    summary: 'Merges that can be taken back',
  }),
  listMyConsents: query('/registry/consents/mine', {
    input: nothing,
    output: z.object({
      purposes: z.array(
        z.object({
          code: z.string(),
          basis: z.enum(['law', 'contract', 'consent']),
          text: z.string(),
          version: z.number().int(),
          consent: z.object({ id, givenOn: day, withdrawnOn: day.nullable() }).nullable(),
        }),
      ),
    }),
    summary: 'Purposes of processing and my consents',
  }),
  giveConsent: command('/registry/consents/give', {
    input: z.object({ purpose: z.string(), version: z.number().int() }),
    output: z.object({ id }),
    summary: 'Gives my consent for one purpose, by the version of its text',
  }),
  withdrawConsent: command('/registry/consents/{id}/withdraw', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'Withdraws my consent; it works at once',
  }),
};
