import {
  checkTable,
  type FieldValue,
  readSheet,
  type Sheet,
  SheetRefusal,
  type TableSchema,
  titleKey,
} from '../../../platform/sheets/index.ts';
import { halfUp } from '../rules/points.ts';
import {
  aspectSchema,
  expertsSchema,
  HEAD,
  howOf,
  itemKindOf,
  itemSchema,
  kindOf,
  levelOf,
  moduleSchema,
  perOf,
  regimeOf,
  SHEETS,
  sheetKey,
} from './kit-sheets.ts';
import { type KitBody, type KitRemark, kitBody } from './schemas.ts';

const LIMITS = { maxBytes: 4_000_000, maxRows: 5_000, timeoutMs: 20_000, heapMb: 384 };
type Values = Record<string, FieldValue>;

const said = (value: FieldValue | undefined) =>
  value === null || value === undefined ? '' : String(value).trim();
/** 1.5 → 150; the sheet gives points, the house counts hundredths. */
const hundredths = (value: FieldValue | undefined) => halfUp(Math.round(Number(value) * 10_000), 100);

/**
 * Reads a kit from a workbook of five sheets: КОД, Модули, Аспекты, Эксперты, Оборудование. Gives what could be read and
 * every fault with its sheet, row and cell; `body` is null as long as a fault stands.
 */
export async function readKitFile(
  bytes: Uint8Array,
  name: string,
): Promise<{ body: KitBody | null; partial: Partial<KitBody>; remarks: KitRemark[] }> {
  const book = await readSheet(bytes, { name, limits: LIMITS });
  const remarks: KitRemark[] = [];
  const sheets = book.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0);
  const sheetOf = (kind: keyof typeof SHEETS) => sheets.find((one) => SHEETS[kind].test(sheetKey(one.name)));
  const say = (
    sheet: string,
    row: number,
    cell: string,
    id: string,
    params: KitRemark['params'] = {},
    refused = true,
  ) => remarks.push({ sheet, row, cell, refused, id, params });

  const tableOf = (kind: keyof typeof SHEETS, schema: TableSchema, needed: boolean) => {
    const sheet = sheetOf(kind);
    if (!sheet) {
      if (needed) say('', 0, '', `exams:kitFile.noSheet.${kind}`);
      return [];
    }
    return readTable(sheet, schema, say);
  };

  const head = readHead(sheetOf('head') ?? sheets[0], say);
  const modules = tableOf('modules', moduleSchema, true).map(({ values }) => ({
    code: said(values.code),
    title: said(values.title),
    max: hundredths(values.max),
  }));
  const criteria = gather(tableOf('aspects', aspectSchema, true), say, modules);
  const experts = tableOf('experts', expertsSchema, true).map(({ values }) => ({
    upTo: Number(values.upTo),
    experts: Number(values.experts),
  }));
  const items = tableOf('items', itemSchema, false).map(({ values }) => ({
    title: said(values.title),
    unit: said(values.unit) || 'шт.',
    quantity: Number(values.quantity),
    per: perOf(said(values.per)),
    kind: itemKindOf(said(values.kind)),
    note: said(values.note) || null,
  }));
  const partial = { ...head, modules, criteria, experts, items };
  if (remarks.some(({ refused }) => refused)) return { body: null, partial, remarks };
  const parsed = kitBody.safeParse(partial);
  if (parsed.success) return { body: parsed.data, partial, remarks };
  for (const issue of parsed.error.issues)
    say('', 0, '', 'exams:kitFile.wrong', { field: issue.path.join('.') });
  return { body: null, partial, remarks };
}

type Say = (
  sheet: string,
  row: number,
  cell: string,
  id: string,
  params?: KitRemark['params'],
  refused?: boolean,
) => void;
interface Line {
  sheet: string;
  row: number;
  at(field: string): string;
  values: Values;
}

function readTable(sheet: Sheet, schema: TableSchema, say: Say): Line[] {
  try {
    const check = checkTable(sheet, schema);
    const mapped = new Set(check.mapping.columns.map(({ field }) => field));
    const lacking = schema.fields.filter(({ id, required }) => required && !mapped.has(id));
    for (const { titles } of lacking)
      say(sheet.name, 1, 'A1', 'exams:kitFile.noColumn', { title: titles[0] ?? '' });
    if (lacking.length > 0) return [];
    for (const { row, address, level, message } of check.remarks)
      say(sheet.name, row + 1, address, message.id, message.params ?? {}, level === 'error');
    const letters = new Map(check.mapping.columns.map(({ field, letters: at }) => [field, at]));
    return check.rows
      .filter(({ status }) => status !== 'refused')
      .map(({ row, values }) => ({
        sheet: sheet.name,
        row: row + 1,
        values,
        at: (field: string) => `${letters.get(field) ?? 'A'}${row + 1}`,
      }));
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    say(sheet.name, 1, 'A1', 'exams:kitFile.noHeader');
    return [];
  }
}

const NUMBERS = new Set<keyof KitBody>(['year', 'minutes', 'workplaces', 'judges', 'spread']);

/** The first sheet: names at the left, values at the right, in any order. */
function readHead(sheet: Sheet | undefined, say: Say): Partial<KitBody> {
  const out: Record<string, unknown> = { regime: 'ORDER_800', judges: 3, spread: 1, source: '', skill: null };
  if (!sheet) return {};
  for (const [row, cells] of sheet.rows.entries()) {
    const [left, ...rest] = cells.filter((cell) => cell.raw.trim() !== '');
    const right = rest[0];
    const field = left && HEAD[titleKey(left.raw)];
    if (!field || !right) continue;
    const text = right.raw.trim();
    const fault = (id: string) => say(sheet.name, row + 1, right.address, id, { value: text });
    if (field === 'regime') out.regime = regimeOf(text);
    else if (field === 'level') {
      out.level = levelOf(text);
      if (!out.level) fault('exams:kitFile.level');
    } else if (field === 'max') {
      const value = Number(text.replace(',', '.'));
      if (value > 0) out.max = hundredths(value);
      else fault('exams:kitFile.number');
    } else if (NUMBERS.has(field)) {
      const value = Number(text);
      if (Number.isInteger(value) && value >= 0) out[field] = value;
      else fault('exams:kitFile.number');
    } else if (field === 'programmeCode' && !/^\d{2}\.\d{2}\.\d{2}$/.test(text)) fault('exams:kitFile.code');
    else out[field] = text;
  }
  for (const field of [
    'code',
    'programmeCode',
    'programmeName',
    'level',
    'year',
    'title',
    'minutes',
    'max',
    'workplaces',
  ])
    if (out[field] === undefined) say(sheet.name, 0, '', `exams:kitFile.lacks.${field}`);
  return out as Partial<KitBody>;
}

/** Rows of aspects gathered into criteria and sub-criteria, in the order of the sheet. */
function gather(lines: readonly Line[], say: Say, modules: readonly { code: string }[]): KitBody['criteria'] {
  const criteria = new Map<string, KitBody['criteria'][number]>();
  for (const { sheet, row, at, values } of lines) {
    const kind = kindOf(said(values.kind));
    if (!kind) {
      say(sheet, row, at('kind'), 'exams:kitFile.kind', { value: said(values.kind) });
      continue;
    }
    const module = said(values.module);
    if (!modules.some(({ code }) => code === module))
      say(sheet, row, at('module'), 'exams:kitFile.module', { value: module });
    const code = said(values.criterion);
    const one = criteria.get(code) ?? {
      module,
      code,
      title: said(values.criterionTitle),
      max: 0,
      subcriteria: [],
    };
    criteria.set(code, one);
    if (one.module !== module)
      say(sheet, row, at('module'), 'exams:kitFile.otherModule', { code, module: one.module });
    const subCode = said(values.sub) || `${code}.1`;
    let sub = one.subcriteria.find((each) => each.code === subCode);
    if (!sub) {
      sub = { code: subCode, title: said(values.subTitle) || one.title, aspects: [] };
      one.subcriteria.push(sub);
    }
    const max = hundredths(values.max);
    one.max += max;
    const scale = [values.s0, values.s1, values.s2, values.s3].map(said);
    sub.aspects.push({
      code: said(values.code),
      title: said(values.title),
      kind,
      max,
      note: said(values.note) || null,
      how: kind === 'judgement' ? 'scale' : howOf(said(values.how)),
      scale: kind === 'judgement' && scale.some(Boolean) ? scale : null,
    });
  }
  return [...criteria.values()];
}
