export { openDecisions } from './meeting/tasks.ts';
export { voteResult } from './rules/count-votes.ts';
