import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import { count, organisation, TEACHING_TERMS, text, year } from './common.ts';

export const teachingRow = z.object({
  id,
  personId: id,
  teacher: z.string(),
  groupId: id,
  group: z.string(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  academicHours: count,
  schoolYear: year,
  endedOn: day.nullable(),
  terms: z.enum(TEACHING_TERMS),
});

export const teaching = {
  listTeaching: query('/programmes/teaching', {
    input: organisation.extend({ schoolYear: year, groupId: id.optional(), personId: id.optional() }),
    output: z.object({
      rows: z.array(teachingRow),
      teachers: z.array(
        z.object({ personId: id, name: z.string(), academicHours: count, elsewhere: count, hourly: count }),
      ),
      limit: count,
      hourlyLimit: count,
    }),
    summary: 'Teaching load by group and by teacher, with hours in other colleges counted',
  }),
  assignTeacher: command('/programmes/teaching/assign', {
    input: z.object({
      personId: id,
      groupId: id,
      moduleCode: text(40),
      academicHours: z.number().int().min(1).max(2000),
      schoolYear: year,
      terms: z.enum(TEACHING_TERMS).default('staff'),
    }),
    output: z.object({ id, load: count }),
    summary: 'Gives a module of a group to a teacher for a school year',
  }),
  endTeaching: command('/programmes/teaching/{id}/end', {
    input: z.object({ id, on: day }),
    output: z.object({ id }),
    summary: 'Ends the teaching of a module; `on` is the first day without it',
  }),
};
