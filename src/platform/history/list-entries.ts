import { sql } from 'kysely';
import { organisationNames, personNames } from '../retention/index.ts';
import { within } from '../rights/index.ts';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { idsOf, uuidsOf } from './subject-alias.ts';

interface Row {
  id: number;
  at: string;
  act: 'change' | 'read' | 'export' | 'act';
  useCase: string;
  personId: string | null;
  role: string;
  organisationId: string | null;
  onBehalfOf: string | null;
  ground: string | null;
  kind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  erased: boolean;
  seal: number | null;
  total: number;
}

export const listEntries = useCase(contract.listEntries, {
  right: 'history.entry.read',
  async run({ input, tx, actor, scope }) {
    const wanted = [
      sql`${within(scope, actor, { organisation: 'h.organisation_id', person: 'h.person_id' })}`,
      ...(input.kind ? [sql`h.subject_kind = ${input.kind}`] : []),
      ...(input.id ? [sql`h.subject_id in ${idsOf(input.kind ?? null, input.id)}`] : []),
      ...(input.personId ? [sql`h.person_id in ${uuidsOf('registry.person', input.personId)}`] : []),
      ...(input.role ? [sql`h.role = ${input.role}`] : []),
      ...(input.act ? [sql`h.act = ${input.act}`] : []),
      ...(input.from ? [sql`h.at >= ${input.from}::date`] : []),
      ...(input.to ? [sql`h.at < ${input.to}::date + 1`] : []),
    ];
    const { rows } =
      await sql<Row>`select h.id, h.at, h.act, h.use_case as "useCase", h.person_id as "personId",
        h.role, h.organisation_id as "organisationId", h.on_behalf_of as "onBehalfOf", h.ground,
        h.subject_kind as kind, h.subject_id as "subjectId", v.before, v.after,
        h.values_hash is not null and v.entry_id is null as erased, h.seal, count(*) over () as total
      from platform.history h left join platform.history_values v on v.entry_id = h.id
      where ${sql.join(wanted, sql` and `)}
      order by h.id desc limit ${input.limit} offset ${input.offset}`.execute(tx);
    const idsIn = (column: 'personId' | 'organisationId') => [
      ...new Set(rows.flatMap((row) => row[column] ?? [])),
    ];
    const persons = await personNames(tx, idsIn('personId'));
    const organisations = await organisationNames(tx, idsIn('organisationId'));
    return {
      total: rows[0]?.total ?? 0,
      rows: rows.map(({ kind, subjectId, total: _, ...row }) => ({
        ...row,
        personName: (row.personId && persons.get(row.personId)) || null,
        organisationName: (row.organisationId && organisations.get(row.organisationId)) || null,
        subject: { kind, id: subjectId },
      })),
    };
  },
  // who reads the history is written into it, too
  reads: ({ input }) => ({
    kind: 'history',
    id: [input.kind, input.id].filter(Boolean).join(':') || 'all',
    personId: input.personId ?? null,
  }),
});
