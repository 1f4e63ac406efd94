import { defineStates } from '../../platform/states/pure.ts';

/** The course of a student in one group; the events are those of orders, `student_event` is the course itself. */
export const studentStates = defineStates({
  name: 'programmes.student',
  states: ['studying', 'leave', 'expelled', 'transferred', 'graduated'],
  initial: 'studying',
  final: ['expelled', 'transferred', 'graduated'],
  transitions: [
    {
      from: 'studying',
      to: 'leave',
      event: 'leave',
      guard: ['PG-01', 'PG-02'],
      effect: 'programmes.student.paused',
    },
    {
      from: 'leave',
      to: 'studying',
      event: 'return',
      guard: ['PG-01'],
      effect: 'programmes.student.returned',
    },
    {
      from: ['studying', 'leave'],
      to: 'expelled',
      event: 'expulsion',
      guard: ['PG-01'],
      effect: 'programmes.student.left',
    },
    {
      from: ['studying', 'leave'],
      to: 'transferred',
      event: 'transfer-out',
      guard: ['PG-01'],
      effect: 'programmes.student.left',
    },
    {
      from: 'studying',
      to: 'graduated',
      event: 'graduation',
      guard: ['PG-01', 'PG-03'],
      effect: 'programmes.student.graduated',
    },
  ],
});
