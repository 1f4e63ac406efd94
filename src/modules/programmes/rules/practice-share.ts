/** Practice in a plan, in academic hours of 45 minutes. */
export interface PlanHours {
  academicHours: number | null;
  practiceHours: number | null;
  professionalHours: number | null;
}

export const PRACTICE_KINDS = ['training-practice', 'work-practice', 'pre-diploma-practice'];

interface ModuleHours {
  kind: string;
  academicHours: number;
  practiceHours: number;
}

/** Hours of a plan: all, practice among them, and the professional cycle with its practices. */
export function planHours(modules: readonly ModuleHours[]): Record<keyof PlanHours, number> {
  const hours = { academicHours: 0, practiceHours: 0, professionalHours: 0 };
  for (const module of modules) {
    const isPractice = PRACTICE_KINDS.includes(module.kind);
    hours.academicHours += module.academicHours;
    hours.practiceHours += isPractice ? module.academicHours : module.practiceHours;
    if (isPractice || module.kind === 'professional') hours.professionalHours += module.academicHours;
  }
  return hours;
}

/** Share of practice in the whole plan and in its professional cycle, 0…1; null while there is no plan. */
export function practiceShare({ academicHours, practiceHours, professionalHours }: PlanHours) {
  const share = (whole: number | null) =>
    whole && practiceHours !== null ? Math.min(1, practiceHours / whole) : null;
  return { ofPlan: share(academicHours), ofProfessional: share(professionalHours) };
}
