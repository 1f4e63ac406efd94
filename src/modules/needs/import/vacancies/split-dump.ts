import { foldTo } from '../../../../platform/sheets/index.ts';

/**
 * The daily CSV dump of trudvsem: UTF-8, `|` between cells, no quoting, JSON inside cells. Free texts may hold `|` and
 * line breaks of their own, so a record is put together by what its neighbours must look like.
 */
export interface DumpRecord {
  /** Line of the file on which the record begins, from 1. */
  line: number;
  cells: string[];
  /** Columns that took back their stray `|`. */
  rejoined: string[];
  /** Cells counted when the record could not be put together. */
  broken: number | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

const HARD: readonly [name: string, fits: RegExp][] = [
  ['stateRegionCode', /^\d{13}$|^$/],
  ['geo', /^[[{].*[\]}]$|^$/s],
  ['codeProfession', /^\d{4,7}$|^$/],
  ['salaryMin', /^\d+(\.\d+)?$|^$/],
  ['salaryMax', /^\d+(\.\d+)?$|^$/],
  ['workPlaces', /^\d+$|^$/],
  ['company', /^\{.*\}$|^$/s],
  ['dateModify', /^\d{4}-\d{2}-\d{2}|^$/],
  ['creationDate', /^\d{4}-\d{2}-\d{2}|^$/],
  ['datePublished', /^\d{4}-\d{2}-\d{2}|^$/],
  ['isQuoted', /^(true|false)?$/i],
  ['deleted', /^(true|false)?$/i],
  ['vacancyUrl', /^https?:|^$/],
  ['contactList', /^\[.*\]$|^$/s],
  ['addressCode', /^\d*$/],
];

/** Free texts in the order in which a stray `|` is looked for. */
const FREE = [
  'responsibilities',
  'positionRequirements',
  'additionalRequirements',
  'qualifications',
  'otherVacancyBenefit',
  'vacancyName',
  'vacancyAddressAdditionalInfo',
  'fullCompanyName',
  'scheduleTypeComment',
  'benefitDetails',
  'workPlace',
  'conditions',
];

/** Names of the columns with look-alike letters of the other alphabet turned back: `requiredСertificates`. */
export function dumpColumns(header: string): string[] {
  return header
    .replace(/\r$/, '')
    .split('|')
    .map((it) => foldTo(it.trim(), 'latin'));
}

/** Whether a text is such a dump, by its header. */
export const isDump = (text: string) => /^\ufeff?id\|stateRegionCode\|/.test(text.slice(0, 100));

function fits(cells: string[], columns: readonly string[]): boolean {
  return HARD.every(([name, shape]) => {
    const at = columns.indexOf(name);
    return at < 0 || shape.test(cells[at]?.trim() ?? '');
  });
}

function rejoin(cells: string[], columns: readonly string[]): { cells: string[]; name: string } | null {
  const surplus = cells.length - columns.length;
  for (const name of FREE) {
    const at = columns.indexOf(name);
    if (at < 0) continue;
    const whole = cells.slice(at, at + surplus + 1).join('|');
    const joined = [...cells.slice(0, at), whole, ...cells.slice(at + surplus + 1)];
    if (fits(joined, columns)) return { cells: joined, name };
  }
  return null;
}

/** Cells of one JSON value are at most so many: beyond, the value is broken rather than cut by bars. */
const JSON_PARTS = 12;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Puts together JSON values that a bar inside them has cut; `at` counts the cells of the result. */
function joinJson(cells: string[]): { cells: string[]; at: number[] } {
  const joined: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const first = cells[i] ?? '';
    let parts = 1;
    if (/^[[{]/.test(first) && !isJson(first))
      for (let n = 2; n <= JSON_PARTS && i + n <= cells.length; n++)
        if (isJson(cells.slice(i, i + n).join('|'))) {
          parts = n;
          break;
        }
    if (parts > 1) at.push(joined.length);
    joined.push(cells.slice(i, i + parts).join('|'));
    i += parts - 1;
  }
  return { cells: joined, at };
}

function recordOf(text: string, line: number, columns: readonly string[]): DumpRecord {
  const json = joinJson(text.split('|'));
  const surplus = json.cells.length - columns.length;
  const free = surplus > 0 ? rejoin(json.cells, columns) : null;
  const cells = free?.cells ?? json.cells;
  if (cells.length !== columns.length) return { line, cells, rejoined: [], broken: cells.length };
  const shift = (at: number) => (free && at > columns.indexOf(free.name) ? at - surplus : at);
  const names = json.at.map((at) => columns[shift(at)] ?? '');
  return { line, cells, rejoined: free ? [...names, free.name] : names, broken: null };
}

/**
 * Cuts the dump into records. Where ids are uuids a line that does not begin with one continues the text of the line
 * above; otherwise every line is a record.
 */
export function splitDump(text: string): { columns: string[]; records: DumpRecord[] } {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((it) => it.replace(/\r$/, ''));
  const columns = dumpColumns(lines[0] ?? '');
  const byUuid = UUID.test(lines[1] ?? '');
  const starts: { line: number; text: string }[] = [];
  lines.slice(1).forEach((line, i) => {
    const open = starts.at(-1);
    if (byUuid && open && !UUID.test(line)) open.text += `\n${line}`;
    else if (line.trim() !== '') starts.push({ line: i + 2, text: line });
  });
  return { columns, records: starts.map((it) => recordOf(it.text.trimEnd(), it.line, columns)) };
}
