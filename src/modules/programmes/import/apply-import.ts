import { sql } from 'kysely';
import { found, notFound, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ownOrganisation } from '../own-organisation.ts';
import { applyAdmission } from './apply-admission.ts';
import { type Applied, applyContingent } from './apply-contingent.ts';
import { applyCurriculum } from './apply-curriculum.ts';
import type { AdmissionRow } from './import-admission.ts';
import type { ContingentRow } from './import-contingent.ts';
import type { CurriculumRow } from './import-curriculum.ts';
import { type ImportKind, KINDS } from './read-kind.ts';

interface Stored {
  kind: ImportKind;
  organisation_id: string;
  programme_id: string | null;
  file_name: string;
  hash: string;
  mapping: { year: number };
  rows: { rows: unknown[]; refused: number };
  applied_at: string | null;
}

/** Applies what was previewed, in one transaction. The register is asked anew: it may have changed since. */
export const applyImport = useCase(contract.applyImport, {
  right: 'programmes.import.make',
  async run(args) {
    const { input, tx, actor, scope, now, today, may, change, emit } = args;
    const { rows } =
      await sql<Stored>`select * from programmes.import where id = ${input.importId} for update`.execute(tx);
    const stored = found(rows[0]);
    const organisationId = ownOrganisation(scope, actor, undefined);
    if (stored.organisation_id !== organisationId) throw notFound();
    const { right } = KINDS[stored.kind];
    if (!actor.verified || !may(right)) throw refuse('use-case:error.noRight', { right }, { status: 403 });
    if (stored.hash !== input.hash) throw stale();
    if (stored.applied_at)
      throw refuse('programmes:error.importApplied', { at: stored.applied_at.slice(0, 10) }, { status: 409 });
    const { refused } = stored.rows;
    if (input.mode === 'all' && refused > 0)
      throw refuse('programmes:error.importHasFaults', { count: refused });
    const done = await applyKind();
    const result = { ...done, refused: done.refused + refused };
    await sql`update programmes.import set applied_at = ${now}, result = ${JSON.stringify(result)}::jsonb
      where id = ${input.importId}`.execute(tx);
    change({ subject: { kind: 'programmes.import', id: input.importId, organisationId }, after: result });
    emit('programmes.import.applied', { id: input.importId, kind: stored.kind, organisationId });
    return result;

    function applyKind(): Promise<Applied> {
      const { mode } = input;
      if (stored.kind === 'contingent') {
        const same = new Map(input.same.map(({ row, personId }) => [row, personId]));
        return applyContingent(args, {
          organisationId,
          rows: stored.rows.rows as ContingentRow[],
          same,
          mode,
        });
      }
      if (stored.kind === 'admission')
        return applyAdmission(args, {
          organisationId,
          year: stored.mapping.year,
          rows: stored.rows.rows as AdmissionRow[],
          mode,
        });
      if (!stored.programme_id)
        throw refuse(
          'programmes:error.whichProgramme',
          {},
          { fields: [{ path: 'programmeId', key: 'programmes:error.whichProgramme' }] },
        );
      const from = input.from ?? `${today.slice(0, 4)}-09-01`;
      const title = stored.file_name.replace(/\.[a-z]+$/i, '');
      return applyCurriculum(args, {
        programmeId: stored.programme_id,
        organisationId,
        title,
        from,
        rows: stored.rows.rows as CurriculumRow[],
      });
    }
  },
});
