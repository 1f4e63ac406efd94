import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofCollege } from './own-placements.ts';
import { lockFacts } from './step-placement.ts';

/** What is not named stays as it was. Of health only «допущен, до даты, № справки» is kept. */
export const notePaper = useCase(contract.notePaper, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, scope, today, change } = args;
    const { id, medical, reportOn, logOn, appraisal, referenceOn } = input;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and ${ofCollege(scope, actor)}`);
    const dated = [
      ['reportOn', reportOn],
      ['logOn', logOn],
      ['appraisal.on', appraisal?.on ?? null],
      ['referenceOn', referenceOn],
    ] as const;
    const fields = dated
      .filter(([, on]) => on !== null && on > today)
      .map(([path]) => ({ path, key: 'practice:error.notYet' }));
    if (fields.length > 0) throw refuse('practice:error.notYet', {}, { fields });
    if (facts.state === 'graded' || facts.state === 'archived')
      throw refuse('practice:error.alreadyGraded', {}, { status: 409 });
    await sql`update practice.placement set medical_number = coalesce(${medical?.number ?? null}, medical_number),
        medical_until = coalesce(${medical?.until ?? null}::date, medical_until), report_on = coalesce(${reportOn}::date, report_on),
        log_on = coalesce(${logOn}::date, log_on),
        appraisal_on = coalesce(${appraisal?.on ?? null}::date, appraisal_on),
        appraisal_positive = coalesce(${appraisal?.positive ?? null}::boolean, appraisal_positive),
        reference_on = coalesce(${referenceOn}::date, reference_on), rev = rev + 1 where id = ${id}`.execute(
      tx,
    );
    change({
      subject: {
        kind: 'practice.placement',
        id,
        organisationId: facts.organisationId,
        personId: facts.personId,
      },
      after: { medicalUntil: medical?.until, reportOn, logOn, appraisal, referenceOn },
    });
    return { id };
  },
});
