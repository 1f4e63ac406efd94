export {
  allDuties,
  type Duty,
  type DutyArgs,
  defineDuty,
  isDuty,
  type Period,
} from './define-duty.ts';
export {
  definePersonalData,
  isPersonalData,
  type PersonalData,
  type PersonalRecord,
} from './define-personal-data.ts';
export { giveOrganisationNames, givePersonNames, organisationNames, personNames } from './names.ts';
export { type DutyReport, runRetention } from './run-retention.ts';
