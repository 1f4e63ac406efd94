import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const listMunicipalities = useCase(contract.listMunicipalities, {
  right: 'registry.municipality.read',
  async run({ tx }) {
    const rows = await tx
      .selectFrom('registry.municipality_v')
      .select([
        'id',
        'code',
        'name',
        'short_name as shortName',
        'centre',
        'kind',
        'lat',
        'lon',
        'is_rural as isRural',
      ])
      .select(['zone_id as zoneId', 'zone_code as zoneCode', 'zone_name as zoneName'])
      .orderBy('name')
      .execute();
    return { rows };
  },
});
