export { freeUnits, giveUnitBack, takeUnits } from './offers/units.ts';
export { HOLDING, type PlacementState } from './states.ts';
