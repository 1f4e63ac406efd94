import { type OpenDatabase, openDatabase } from '../platform/database/index.ts';
import type { Settings } from './settings.ts';

/** The region's database: the server of DATABASE_URL, else the embedded one in the data folder. */
export const openRegion = ({ databaseUrl, dataDir }: Settings): Promise<OpenDatabase> =>
  openDatabase(databaseUrl ? { url: databaseUrl } : { dir: dataDir });
