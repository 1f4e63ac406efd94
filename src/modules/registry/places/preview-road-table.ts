import { checkTable, readSheet, SheetRefusal } from '../../../platform/sheets/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { sortKeyOf } from '../sort-key.ts';
import { roadSchema } from './road-table.data.ts';

async function check(file: File) {
  try {
    const book = await readSheet(new Uint8Array(await file.arrayBuffer()), {
      name: file.name,
      limits: { timeoutMs: 20_000 },
    });
    const sheet = [...book.sheets].sort((a, b) => b.rows.length - a.rows.length)[0];
    if (!sheet) throw new SheetRefusal('sheets:refused.noTable');
    return checkTable(sheet, roadSchema);
  } catch (error) {
    if (error instanceof SheetRefusal) throw refuse(error.key, error.params);
    throw error;
  }
}

/** Reads a table of roads and puts codes in place of names; stores nothing. */
export const previewRoadTable = useCase(contract.previewRoadTable, {
  right: 'registry.road.import',
  async run({ input, tx }) {
    const checked = await check(input.file);
    const { missing } = checked.mapping;
    const titles = roadSchema.fields
      .filter(({ id }) => missing.includes(id))
      .map(({ titles: [title = ''] }) => title);
    if (titles.length > 0) throw refuse('registry:error.roadColumns', { columns: titles.join(', ') });
    const places = await tx
      .selectFrom('registry.municipality')
      .select(['code', 'name', 'short_name', 'centre'])
      .execute();
    const byName = new Map(
      places.flatMap(({ code, name, short_name, centre }) =>
        [centre, short_name, name, code].map((word) => [sortKeyOf(word), code] as const),
      ),
    );
    const unknown = new Set<string>();
    const codeOf = (word: unknown) => {
      const code = byName.get(sortKeyOf(String(word)));
      if (!code) unknown.add(String(word));
      return code;
    };
    const rows = checked.rows.flatMap(({ values, status }) => {
      if (status === 'refused') return [];
      const [from, to] = [codeOf(values.from), codeOf(values.to)];
      return from && to ? [{ from, to, km: Number(values.km) }] : [];
    });
    const refused = checked.remarks
      .filter(({ level }) => level === 'error')
      .slice(0, 100)
      .map(({ address, message, before }) => ({
        address,
        id: message.id,
        params: message.params ?? {},
        before,
      }));
    return { rows, total: checked.counts.rows, unknown: [...unknown].slice(0, 100), refused };
  },
});
