export { computePlan, NoOrder } from './compute/compute-plan.ts';
export { FolderRefused } from './read/fault.ts';
export { readFolder } from './read/read-folder.ts';
export { assembleTrial } from './trial/assemble-trial.ts';
export { makeOutput } from './write/make-output.ts';
export { proofSentences, unmappedSentence } from './write/report.ts';
export { checkTarget, NotOurFolder, saveOutput } from './write/save-output.ts';
export { textsOf } from './write/texts.ts';
