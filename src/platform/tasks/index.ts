export { closeTask } from './close-task.ts';
export { defineTask, type TaskDefinition, type TaskSubject } from './define-task.ts';
export { type Addressee, openTask, openTasks } from './open-task.ts';
