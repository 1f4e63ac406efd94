export {
  assignTrainee,
  endTutoring,
  judgeMentor,
  type NewTraining,
  type Training,
} from './mentors/assign-trainee.ts';
