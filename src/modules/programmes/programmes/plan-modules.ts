import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface PlanModule {
  id: string;
  code: string;
  name: string;
  kind: string;
  academicHours: number;
  practiceHours: number;
  competences: string[];
}

export async function planModules(tx: Tx, versionId: string): Promise<PlanModule[]> {
  const { rows } = await sql<PlanModule>`select id, code, name, kind, academic_hours as "academicHours",
      practice_hours as "practiceHours", to_jsonb(competences) as competences
    from programmes.module where version_id = ${versionId} order by position, code`.execute(tx);
  return rows;
}
