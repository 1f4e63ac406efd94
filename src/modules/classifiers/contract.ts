import { z } from 'zod';
import { command, day, id, listOf, moment, nothing, page, query } from '../../platform/use-case/contract.ts';

export const STATUSES = ['listed', 'added', 'unknown'] as const;
export const BASES = ['official', 'expert', 'data'] as const;
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** Fields of an uploaded list; a column of the file is one of them or is left out. */
export const UPLOAD_FIELDS = ['code', 'name', 'parent', 'from', 'to'] as const;
export const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;

const text = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const optionalDay = day.nullish().transform((value) => value ?? null);
const listCode = text(60);
export const itemCode = text(40);

const listRow = z.object({
  code: z.string(),
  title: z.string(),
  source: z.string(),
  licence: z.string(),
  asOf: day,
  isComplete: z.boolean(),
  /** What to compare the list with; null once somebody has stated that it was compared. */
  toCheck: z.string().nullable(),
  /** Items may be added on screen. */
  open: z.boolean(),
  listed: z.number().int(),
  added: z.number().int(),
  unknown: z.number().int(),
});

const itemRow = z.object({
  code: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  parentName: z.string().nullable(),
  status: z.enum(STATUSES),
  from: day.nullable(),
  to: day.nullable(),
  source: z.string(),
  axis: z.string().nullable(),
});

/** What the form of an item holds; the same schema checks it on the server. */
export const itemFields = z.object({
  list: listCode,
  /** Left empty, a new item gets the next free code of its own. */
  code: optional(40),
  name: text(300),
  parent: optional(40),
  axis: optional(40),
  source: optional(300),
});

export const uploadRow = z.object({
  code: itemCode,
  name: text(600),
  parent: optional(40),
  from: optionalDay,
  to: optionalDay,
});
export type UploadRow = z.output<typeof uploadRow>;

const remark = z.object({
  row: z.number().int(),
  address: z.string(),
  level: z.enum(['repair', 'error']),
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  before: z.string(),
});

const edge = z.object({
  id,
  toCode: z.string(),
  toName: z.string().nullable(),
  weight: z.number(),
  basis: z.enum(BASES),
  confidence: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  reviewer: z.string().nullable(),
  source: z.string(),
  note: z.string().nullable(),
});

export const crosswalkRow = z.object({
  code: z.string(),
  name: z.string(),
  status: z.enum(STATUSES),
  edges: z.array(edge),
  /** The part of the code that no edge takes further. */
  unmapped: z.number(),
});

export const edgeFields = z.object({
  id: id.optional(),
  fromList: listCode,
  fromCode: itemCode,
  toList: listCode,
  toCode: itemCode,
  weight: z.number().positive().max(1),
  basis: z.enum(BASES),
  confidence: z
    .enum(CONFIDENCES)
    .nullish()
    .transform((value) => value ?? null),
  from: day,
  source: text(300),
  note: optional(500),
});

export const contract = {
  listLists: query('/classifiers/lists', {
    input: nothing,
    output: z.object({ rows: z.array(listRow) }),
    summary: 'Code lists with source, licence, date and what is still to be compared',
  }),
  listItems: query('/classifiers/lists/{list}/items', {
    input: page.extend({
      list: listCode,
      search: z.string().max(100).optional(),
      status: z.enum(STATUSES).optional(),
      /** Items valid on this day; without it all, the ended ones too. */
      on: day.optional(),
    }),
    output: listOf(itemRow),
    summary: 'Items of one list; search is by code or by likeness of the name',
  }),
  listEvents: query('/classifiers/lists/{list}/events', {
    input: z.object({ list: listCode }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          kind: z.enum(['checked', 'uploaded']),
          note: z.string(),
          added: z.number().int().nullable(),
          changed: z.number().int().nullable(),
          ended: z.number().int().nullable(),
          at: moment,
          by: z.string().nullable(),
        }),
      ),
    }),
    summary: 'Loads of a list and comparisons with the act',
  }),
  saveItem: command('/classifiers/items/save', {
    input: itemFields,
    output: z.object({ code: z.string() }),
    summary: 'Adds an item to an open list, or names an unknown code',
  }),
  endItem: command('/classifiers/items/end', {
    input: z.object({ list: listCode, code: itemCode, on: day }),
    output: nothing,
    summary: 'The item holds no more from a day on; it stays visible',
  }),
  checkList: command('/classifiers/lists/{list}/check', {
    input: z.object({ list: listCode, how: text(300) }),
    output: nothing,
    summary: 'States that a list was compared with the act, by what',
  }),
  previewUpload: query('/classifiers/lists/{list}/preview', {
    input: z.object({
      list: listCode,
      file: z.file().max(MAX_UPLOAD_BYTES),
      /** Columns chosen by hand: `{"0":"code","3":null}`. */
      choose: z.string().max(2000).optional(),
    }),
    output: z.object({
      columns: z.array(
        z.object({ column: z.number().int(), title: z.string(), field: z.string().nullable() }),
      ),
      missing: z.array(z.string()),
      rows: z.array(uploadRow),
      counts: z.object({ rows: z.number(), clean: z.number(), repaired: z.number(), refused: z.number() }),
      remarks: z.array(remark),
      /** Against what is stored now. */
      effect: z.object({
        added: z.number().int(),
        changed: z.number().int(),
        same: z.number().int(),
        recognised: z.number().int(),
        absent: z.number().int(),
      }),
    }),
    summary: 'Reads an xlsx or csv file of a list and says what applying it would do; stores nothing',
  }).route({ method: 'POST' }),
  applyUpload: command('/classifiers/lists/{list}/apply', {
    input: z.object({
      list: listCode,
      rows: z.array(uploadRow).min(1).max(30_000),
      source: text(300),
      licence: text(300),
      asOf: day,
      /** The file is the whole list: listed codes that are not in it end on the day of the list. */
      complete: z.boolean(),
    }),
    output: z.object({ added: z.number(), changed: z.number(), recognised: z.number(), ended: z.number() }),
    summary: 'Stores an uploaded list; a second upload updates and duplicates nothing',
  }),
  listUnknownCodes: query('/classifiers/unknown', {
    input: page.extend({ list: listCode.optional() }),
    output: listOf(
      z.object({
        list: z.string(),
        listTitle: z.string(),
        code: z.string(),
        times: z.number().int(),
        places: z.array(z.object({ place: z.string(), times: z.number().int() })),
        lastOn: day,
      }),
    ),
    summary: 'Codes met in data that no list knows: where and how often',
  }),
  listCrosswalks: query('/classifiers/crosswalks', {
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          fromList: z.string(),
          fromTitle: z.string(),
          toList: z.string(),
          toTitle: z.string(),
          edges: z.number().int(),
        }),
      ),
    }),
    summary: 'Which lists are crossed to which',
  }),
  listCrosswalk: query('/classifiers/crosswalk', {
    input: page.extend({
      fromList: listCode,
      toList: listCode,
      search: z.string().max(100).optional(),
      on: day.optional(),
      /** Only codes of which a part leads nowhere. */
      unmapped: z.boolean().optional(),
    }),
    output: listOf(crosswalkRow),
    summary: 'Every code of a list with its edges and with the remainder that no edge takes further',
  }),
  saveEdge: command('/classifiers/edges/save', {
    input: edgeFields,
    output: z.object({ id }),
    summary: 'Adds an edge or changes its weight from a day on; weights of one code add up to one at most',
  }),
  endEdge: command('/classifiers/edges/{id}/end', {
    input: z.object({ id, on: day }),
    output: z.object({ id }),
    summary: 'The edge holds no more from a day on',
  }),
};
