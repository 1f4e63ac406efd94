export { readProgrammeShares } from './input/programmes.ts';
export { settings as forecastSettings } from './settings.ts';
