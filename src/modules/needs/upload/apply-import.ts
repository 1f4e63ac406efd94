import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { storeLine } from '../lines/store-line.ts';
import { statedYears } from '../own-organisation.ts';

/** Stores checked lines in one transaction: all of them or none. The same file again changes nothing. */
export const applyImport = useCase(contract.applyImport, {
  right: 'needs.line.edit',
  async run({ input, tx, actor, scope, today, newId, change, emit }) {
    const { rows, refused, mode, source } = input;
    if (mode === 'all' && refused > 0) throw refuse('needs:error.notAll', { refused });
    const { from, to, campaignId } = await statedYears(tx, today);
    const outside = rows.find((it) => it.year < from || it.year > to);
    if (outside) throw refuse('needs:error.year', { year: outside.year, from, to });
    const ids = [...new Set(rows.map((it) => it.organisationId))].sort();
    const { rows: allowed } = await sql<{ id: string }>`select o.id from registry.organisation_v o
      where o.id = any(${ids}::uuid[]) and o.kind = 'enterprise'
        and ${within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' })}`.execute(tx);
    if (allowed.length !== ids.length) throw refuse('needs:error.foreign', {}, { status: 403 });
    const counts = { added: 0, changed: 0, same: 0 };
    const inOrder = [...rows].sort(
      (a, b) => a.organisationId.localeCompare(b.organisationId) || a.row - b.row,
    );
    for (const { row: _row, ...line } of inOrder) {
      const { what } = await storeLine(tx, { ...line, source, campaignId }, { rev: undefined, today, newId });
      counts[what === 'added' || what === 'same' ? what : 'changed'] += 1;
    }
    for (const id of ids) emit('needs.lines.changed', { organisationId: id });
    change({ subject: { kind: 'needs.import', id: newId() }, after: { ...counts, source, refused, mode } });
    return counts;
  },
});
