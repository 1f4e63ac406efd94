// `npm start`: opens the database and builds the portal at the same time, then listens.
import { startRegion } from './region.mjs';

await startRegion();
