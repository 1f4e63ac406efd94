import { apiOf } from '../../../web/api.ts';
import { contract as registry } from '../../registry/contract.ts';

const places = apiOf({ listMunicipalities: registry.listMunicipalities });
export const readMunicipalities = places.listMunicipalities;
