import type { Block } from './blocks.ts';
import { EXPECTED, EXPECTED_PARTS, FACT_PARTS, FACTS, INNER, PART_OF, totalKey } from './layout.ts';
import type { ReadLine } from './read-line.ts';

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:outcomes.${id}`,
  params,
});

const sumOf = (line: ReadLine, columns: readonly string[]) =>
  columns.reduce((sum, it) => sum + (line.values.get(it) ?? 0), 0);

/** Empty cells among the facts: zeros when the filled ones make up the whole. Otherwise the line does not add up. */
function checkFacts(line: ReadLine): void {
  const { ledger, values } = line;
  const graduates = values.get('07') ?? 0;
  const parts = sumOf(line, FACT_PARTS);
  if (graduates !== parts) {
    ledger.refuse(line.at('07'), text('refused.balance', { graduates, parts }));
    return;
  }
  const empty = FACTS.map((it) => it.column).filter((it) => values.get(it) === null);
  const [first] = empty;
  for (const column of empty) ledger.fix(line.at(column), 0);
  if (first !== undefined)
    ledger.repair(line.at(first), text('repair.empty', { columns: empty.join(', '), graduates }));
}

/** Leaves the forecast out, with its numbers taken off the totals. */
function dropExpected(line: ReadLine): void {
  for (const counted of EXPECTED) {
    line.values.set(counted.column, null);
    line.ledger.recount(totalKey(counted), 0);
  }
}

/** True when the forecast of the line may be taken. */
function checkExpected(line: ReadLine): boolean {
  const { ledger, values } = line;
  const graduates = values.get('07') ?? 0;
  const parts = sumOf(line, EXPECTED_PARTS);
  const empty = EXPECTED.map((it) => it.column).filter((it) => values.get(it) === null);
  const [first] = empty;
  if (first !== undefined && empty.length === EXPECTED.length && graduates > 0) {
    ledger.repair(line.at(first), text('repair.noExpected'));
    return false;
  }
  if (graduates !== parts) {
    ledger.repair(line.at('28'), text('repair.expectedDropped', { graduates, parts }));
    dropExpected(line);
    return false;
  }
  for (const column of empty) ledger.fix(line.at(column), 0);
  if (first !== undefined)
    ledger.repair(line.at(first), text('repair.emptyExpected', { columns: empty.join(', '), graduates }));
  return true;
}

function checkInner(line: ReadLine): void {
  for (const { inner, outer } of INNER) {
    const within = line.values.get(inner) ?? 0;
    const whole = line.values.get(outer) ?? 0;
    if (within <= whole) continue;
    line.ledger.repair(line.at(inner), text('repair.inner', { inner, outer, within, whole }));
    const counted = [...FACTS, ...EXPECTED].find((it) => it.column === inner);
    line.values.set(inner, 0);
    if (counted) line.ledger.recount(totalKey(counted), 0);
  }
}

/** A part of the graduates cannot be larger than the graduates it is a part of. */
function checkPart(line: ReadLine, whole: ReadLine): void {
  for (const { column } of FACTS) {
    const part = line.values.get(column) ?? 0;
    const all = whole.values.get(column) ?? 0;
    if (part <= all) continue;
    const params = { column, line: line.line, part, whole: whole.line, all };
    line.ledger.refuse(line.at(column), text('refused.part', params));
  }
}

/** Checks the arithmetic of a block. Gives the rows whose forecast may be taken. */
export function checkBlock({ lines }: Block): Set<ReadLine> {
  const byLine = new Map(lines.map((it) => [it.line, it]));
  // Parts are compared with what the file says of the whole, whether the whole itself was accepted or not.
  for (const line of lines) {
    const whole = byLine.get(PART_OF[line.line] ?? 0);
    if (whole && !line.ledger.refused) checkPart(line, whole);
  }
  const expected = new Set<ReadLine>();
  for (const line of lines) {
    if (line.ledger.refused) continue;
    checkFacts(line);
    if (line.ledger.refused) continue;
    checkInner(line);
    if (checkExpected(line)) expected.add(line);
  }
  return expected;
}
