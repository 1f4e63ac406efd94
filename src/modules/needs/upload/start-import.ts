import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { organisationInScope } from '../own-organisation.ts';
import { guessFileKind } from './guess-file-kind.ts';
import { demandKind, jobOf } from './import-access.ts';

const pack = promisify(gzip);

/** Keeps the file until it is stored and asks for it to be read; the request itself reads nothing of it. */
export const startImport = useCase(contract.startImport, {
  right: 'needs.import.make',
  prepare: ({ input }) => (input.kind === 'auto' ? guessFileKind(input.file) : input.kind),
  async run({ input, tx, actor, scope, now, today, newId, may, change, prepared: kind }) {
    const { file, asOf = null } = input;
    demandKind(kind, may);
    const own = kind === 'needs' && (scope === 'organisation' || input.organisationId);
    const enterprise = own
      ? await organisationInScope(tx, { actor, scope, named: input.organisationId })
      : null;
    if (kind === 'outcomes' && input.year && input.year > Number(today.slice(0, 4)))
      throw refuse(
        'needs:error.futureYear',
        { year: input.year },
        {
          fields: [{ path: 'year', key: 'needs:error.futureYear', params: { year: input.year } }],
        },
      );
    if (asOf && asOf > today) {
      const fault = { path: 'asOf', key: 'needs:error.futureDay', params: {} };
      throw refuse(fault.key, {}, { fields: [fault] });
    }
    const complete = kind === 'vacancies' && input.complete === 'yes';
    const id = newId();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileName = file.name.slice(0, 200) || 'file';
    const year = kind === 'outcomes' ? (input.year ?? Number(today.slice(0, 4)) - 1) : null;
    const organisationId = enterprise?.id ?? (scope === 'organisation' ? actor.organisationId : null);
    await sql`insert into needs.import (id, kind, file_name, hash, content, organisation_id, municipality_id, year, state,
        made_by, made_at, as_of, complete)
      values (${id}, ${kind}, ${fileName}, ${createHash('sha256').update(bytes).digest('hex')}, ${await pack(bytes)},
        ${organisationId}, ${scope === 'territory' ? actor.municipalityId : null}, ${year}, 'reading',
        ${actor.personId}, ${now}, ${asOf}, ${complete})`.execute(tx);
    const jobId = await enqueueJob(
      tx,
      jobOf(kind),
      { importId: id, step: 'read' },
      {
        newId,
        now,
        ownerPersonId: actor.personId,
        subject: { kind: 'needs.import', id },
        titleParams: { file: fileName },
      },
    );
    await sql`update needs.import set job_id = ${jobId} where id = ${id}`.execute(tx);
    change({
      subject: { kind: 'needs.import', id },
      after: { kind, file: fileName, size: bytes.byteLength, ...(complete && { complete, asOf }) },
    });
    return { id, jobId };
  },
});
