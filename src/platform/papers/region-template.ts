import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { z } from 'zod';
import { checkDeclared, checkReal } from '../sheets/inspect-zip.ts';
import { DEFAULT_LIMITS } from '../sheets/types.ts';
import { Refusal } from '../use-case/refusal.ts';

export interface TemplateCheck {
  /** Fields of the template, inner ones as `rows.code`. */
  used: string[];
  /** In the template, unknown to the paper: the template cannot be taken. */
  unknown: string[];
  /** Known to the paper, absent from the template: said, not refused. */
  missing: string[];
}

/** What docxtemplater keeps of a parsed part; its own types leave it out. */
interface Parsed {
  type: string;
  value?: string;
  subparsed?: Parsed[];
}

function open(bytes: Uint8Array): Docxtemplater {
  try {
    checkReal(bytes, checkDeclared(bytes, { ...DEFAULT_LIMITS, maxUncompressed: 50 * 1024 * 1024 }));
    const zip = new PizZip(bytes);
    if (zip.file(/vbaProject\.bin$/i).length > 0) throw new Refusal('papers:error.macros');
    return new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      nullGetter: () => '',
      errorLogging: false,
    });
  } catch (error) {
    if (error instanceof Refusal && error.key === 'papers:error.macros') throw error;
    throw new Refusal('papers:error.badTemplate', { detail: detailOf(error) });
  }
}

/** First explanation of docxtemplater («Unclosed tag …»), else the message. */
function detailOf(error: unknown): string {
  if (error instanceof Refusal) return 'ZIP';
  const inner = (error as { properties?: { errors?: { properties?: { explanation?: string } }[] } })
    .properties?.errors;
  const message = error instanceof Error ? error.message : String(error);
  return (inner?.[0]?.properties?.explanation ?? message).slice(0, 200);
}

function collect(parts: Parsed[], prefix: string, into: Set<string>): void {
  for (const part of parts) {
    if (part.type !== 'placeholder' || part.value === undefined) continue;
    const path = prefix + part.value;
    if (!part.subparsed) into.add(path);
    else {
      into.add(path);
      collect(part.subparsed, `${path}.`, into);
    }
  }
}

function usedFields(template: Docxtemplater): string[] {
  const compiled = (
    template as unknown as { compiled: Record<string, { postparsed?: Parsed[]; parsed?: Parsed[] }> }
  ).compiled;
  const used = new Set<string>();
  for (const part of Object.values(compiled)) collect(part.postparsed ?? part.parsed ?? [], '', used);
  return [...used].sort();
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

function paths(schema: JsonSchema, prefix: string): string[] {
  const alternatives = (schema.anyOf ?? []).flatMap((it) => paths(it, prefix));
  const inner = schema.items ? paths(schema.items, prefix) : [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, it]) => [
    prefix + name,
    ...paths(it, `${prefix + name}.`),
  ]);
  return [...new Set([...own, ...inner, ...alternatives])];
}

/** Fields that a template may use: those of the paper, items of lists by `list.field`. */
export function fieldsOf(schema: z.ZodObject): string[] {
  return paths(z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema, '').sort();
}

/** In a loop docxtemplater also looks outwards, so `rows.title` may mean the paper's own `title`. */
function isKnown(field: string, known: Set<string>): boolean {
  const parts = field.split('.');
  for (let from = 0; from < parts.length; from++) if (known.has(parts.slice(from).join('.'))) return true;
  return known.has(field);
}

/** Compares a region's own DOCX template with the fields of a paper. Throws `Refusal` for a file that is no template. */
export function checkTemplate(bytes: Uint8Array, schema: z.ZodObject): TemplateCheck {
  const used = usedFields(open(bytes));
  const fields = fieldsOf(schema);
  const known = new Set(fields);
  const seen = new Set(used);
  return {
    used,
    unknown: used.filter((it) => !isKnown(it, known)),
    missing: fields.filter((it) => !seen.has(it) && !used.some((one) => one.startsWith(`${it}.`))),
  };
}

/** Fills a region's own template. Texts are escaped; a template with unknown fields is refused. */
export function fillTemplate(bytes: Uint8Array, schema: z.ZodObject, data: unknown): Uint8Array {
  const { unknown } = checkTemplate(bytes, schema);
  if (unknown.length > 0) throw new Refusal('papers:error.unknownFields', { fields: unknown.join(', ') });
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((it) => it.path.join('.') || '—'))];
    throw new Refusal('papers:error.badData', { paper: '', fields: names.join(', ') });
  }
  const template = open(bytes);
  template.render(parsed.data);
  return template.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
