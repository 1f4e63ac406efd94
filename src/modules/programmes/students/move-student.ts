import { stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { lockStudent } from './locked-student.ts';
import { stepStudent } from './step-student.ts';

export const moveStudent = useCase(contract.moveStudent, {
  right: 'programmes.student.edit',
  async run(args) {
    const { input, tx, scope, actor } = args;
    const student = await lockStudent(tx, input.id, scope, actor);
    if (student.status !== input.expected) throw stale();
    return { id: student.id, status: await stepStudent(args, student, input) };
  },
});
