import type { Sheet, Workbook } from '../../../platform/sheets/index.ts';
import { type ImportResult, type Proposal, RowLedger, totalsOf } from '../../needs/index.ts';
import { type Block, blocksOf, settleCode } from './blocks.ts';
import { checkBlock } from './check-block.ts';
import { findForm } from './find-form.ts';
import { EXPECTED, type ExpectedField, FACTS, type FactField, totalKey } from './layout.ts';
import type { OutcomeRow } from './outcome-row.ts';
import { proposeColleges } from './propose-colleges.ts';
import { type ReadLine, readLine } from './read-line.ts';

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:outcomes.${id}`,
  params,
});

/** A second block of the same college and code: two answers, and the file does not say which holds. */
function refuseRepeats(blocks: Block[]): Proposal[] {
  const first = new Map<string, Block>();
  const proposals: Proposal[] = [];
  for (const block of blocks) {
    const [head] = block.lines;
    if (!head) continue;
    const key = `${head.college}|${head.code}`;
    const before = first.get(key)?.lines[0];
    if (!before) {
      first.set(key, block);
      continue;
    }
    const params = { college: head.college, code: head.code, row: before.ledger.row };
    for (const line of block.lines)
      line.ledger.refuse(line.at('04'), text(block.stray ? 'refused.stray' : 'refused.repeat', params));
    const rows = [before.ledger.row, head.ledger.row];
    const graduates = [before, head].map((it) => it.values.get('07') ?? 0);
    proposals.push({
      kind: 'repeated-block',
      text: text('repeat', { ...params, second: head.ledger.row }),
      rows,
      facts: { graduates },
    });
  }
  return proposals;
}

function typed(line: ReadLine, block: Block, withExpected: boolean): OutcomeRow {
  const facts = Object.fromEntries(
    FACTS.map(({ column, field }) => [field, line.values.get(column) ?? 0]),
  ) as Record<FactField, number>;
  const expected = Object.fromEntries(
    EXPECTED.map(({ column, field }) => [field.replace('expected.', ''), line.values.get(column) ?? 0]),
  ) as Record<ExpectedField, number>;
  return {
    row: line.ledger.row,
    block: block.lines[0]?.ledger.row ?? line.ledger.row,
    college: line.college,
    collegeAsWritten: line.collegeAsWritten,
    subordination: line.subordination,
    organisationKind: line.kind,
    code: line.code,
    line: line.line,
    ...facts,
    expected: withExpected ? expected : null,
  };
}

/** Codes the classifier does not hold are kept and shown, never dropped. */
function unknownCodes(lines: ReadLine[], known: ReadonlySet<string> | undefined): Proposal[] {
  if (!known) return [];
  const unknown = new Map<string, number[]>();
  for (const { code, ledger } of lines)
    if (!known.has(code)) unknown.set(code, [...(unknown.get(code) ?? []), ledger.row]);
  return [...unknown].map(([code, rows]) => ({
    kind: 'unknown-code',
    text: { id: 'needs:import.proposal.unknownProgramme', params: { code, rows: rows.length } },
    rows,
    facts: { code },
  }));
}

function spellingsOf(sheet: Sheet, column: number, lines: ReadLine[]): Map<string, number[]> {
  const spelled = new Map<string, number[]>();
  for (const { ledger } of lines) {
    const written = sheet.rows[ledger.row - 1]?.[column]?.raw ?? '';
    spelled.set(written, [...(spelled.get(written) ?? []), ledger.row]);
  }
  return spelled;
}

/**
 * The federal form of monitoring graduates' employment (50 columns, blocks of eight lines). Pure: bytes are read by
 * `readSheet` before. Every row under the numbered header ends in exactly one of imported, repaired, refused.
 * Totals are by the form's column numbers. `knownCodes`: programme codes of the classifier; others are kept and shown.
 */
export function importOutcomes(book: Workbook, knownCodes?: ReadonlySet<string>): ImportResult<OutcomeRow> {
  const { sheet, columns, dataRow } = findForm(book);
  const ledgers: RowLedger[] = [];
  const lines: ReadLine[] = [];
  for (let row = dataRow; row < sheet.rows.length; row++) {
    const read = readLine(sheet, row, columns);
    if (!(read instanceof RowLedger)) lines.push(read);
    ledgers.push(read instanceof RowLedger ? read : read.ledger);
  }
  const blocks = blocksOf(lines);
  const proposals: Proposal[] = proposeColleges(spellingsOf(sheet, columns.get('01') ?? 0, lines));
  for (const block of blocks) {
    const slip = settleCode(block);
    if (slip)
      proposals.push({ kind: 'code', text: text('code', slip), rows: [slip.row], facts: { ...slip } });
  }
  proposals.push(...refuseRepeats(blocks), ...unknownCodes(lines, knownCodes));
  const rows = blocks.flatMap((block) => {
    const expected = checkBlock(block);
    return block.lines.filter((it) => !it.ledger.refused).map((it) => typed(it, block, expected.has(it)));
  });
  rows.sort((a, b) => a.row - b.row);
  return {
    kind: 'outcomes',
    rows,
    fates: ledgers.map((it) => it.fate),
    totals: totalsOf(ledgers, [...FACTS, ...EXPECTED].map(totalKey)),
    proposals,
    notes: [
      { text: text('note.employed'), rows: rows.filter((it) => it.line === 1).length },
      { text: text('note.texts'), rows: rows.length },
    ],
  };
}
