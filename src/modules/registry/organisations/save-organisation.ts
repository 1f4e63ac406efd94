import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { insertOrganisation } from './insert-organisation.ts';
import { renameOrganisation } from './rename-organisation.ts';

interface Stored {
  kind: string;
  rev: number;
  full_name: string;
  short_name: string;
}

export const saveOrganisation = useCase(contract.saveOrganisation, {
  right: 'registry.organisation.edit',
  async run({ input, tx, actor, scope, today, newId, change, emit }) {
    const { id, rev, nameFrom, ...fields } = input;
    if (!id) {
      if (scope !== 'all') throw refuse('registry:error.addElsewhere', {}, { status: 403 });
      const added = await insertOrganisation(tx, { ...fields, from: nameFrom ?? null, newId });
      change({ subject: { kind: 'registry.organisation', id: added, organisationId: added }, after: fields });
      emit('registry.organisation.added', { id: added });
      return { id: added, rev: 1 };
    }
    const { rows } = await sql<Stored>`select o.kind, o.rev, v.full_name, v.short_name
      from registry.organisation o join registry.organisation_v v on v.id = o.id
      where o.id = ${id} and ${within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' })}
      for update of o`.execute(tx);
    const before = found(rows[0]);
    if (rev !== undefined && rev !== before.rev) throw stale();
    if (scope === 'organisation' && fields.kind !== before.kind)
      throw refuse('registry:error.kindFixed', {}, { status: 403 });
    await sql`update registry.organisation set kind = ${fields.kind}, inn = ${fields.inn}, kpp = ${fields.kpp},
      ogrn = ${fields.ogrn}, okved = ${fields.okved}, municipality_id = ${fields.municipalityId}, address = ${fields.address},
      lat = ${fields.lat}, lon = ${fields.lon}, size_class = ${fields.sizeClass}, headcount = ${fields.headcount},
      access_class = ${fields.accessClass}, rev = rev + 1 where id = ${id}`.execute(tx);
    if (fields.fullName !== before.full_name || fields.shortName !== before.short_name)
      await renameOrganisation(tx, { id, ...fields, from: nameFrom ?? today, newId });
    change({ subject: { kind: 'registry.organisation', id, organisationId: id }, before, after: fields });
    emit('registry.organisation.changed', { id });
    return { id, rev: before.rev + 1 };
  },
});
