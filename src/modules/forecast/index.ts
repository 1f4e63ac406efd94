export { readProgrammeShares } from './input/programmes.ts';
