import { sql } from 'kysely';
import { settingOn } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { insertPerson } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { giveExpertRole } from '../experts/give-expert-role.ts';
import { putExpert } from '../experts/put-expert.ts';
import { putRights } from '../experts/put-rights.ts';
import { monthsBefore } from '../rules/conflict-rules.ts';
import { matchExperts } from './match-experts.ts';
import { readUpload } from './preview-experts.ts';

export const importExperts = useCase(contract.importExperts, {
  right: 'specialists.expert.edit',
  prepare: ({ input }) => readUpload(input),
  async run({ input, tx, actor, today, newId, change, emit, prepared }) {
    if (prepared.missing.length > 0)
      throw refuse('specialists:error.fileLacks', { fields: prepared.missing.join(', ') });
    const { matched, remarks } = await matchExperts(tx, prepared.rows);
    const bad = new Set([...prepared.remarks, ...remarks].filter((one) => one.refused).map(({ row }) => row))
      .size;
    if (input.mode === 'all' && bad > 0) throw refuse('specialists:error.fileHasFaults', { count: bad });
    const months = await settingOn<number>(tx, 'specialists.expertRightMonths', today);
    const made = new Map<string, { personId: string; expertId: string }>();
    const counts = { added: 0, changed: 0, same: 0, refused: bad };
    for (const { data, ...row } of matched) {
      const name = [data.surname, data.givenName, data.patronymic].filter(Boolean).join(' ');
      let one = made.get(row.personId ?? `${name} ${row.organisationId}`);
      if (!one) {
        const personId =
          row.personId ??
          (await insertPerson(tx, {
            surname: data.surname,
            givenName: data.givenName,
            patronymic: data.patronymic,
            birthDate: null,
            sex: null,
            today,
            newId,
          }));
        one = { personId, expertId: row.expertId ?? newId() };
        made.set(row.personId ?? `${name} ${row.organisationId}`, one);
        const old = await sql<{
          weekdays: number[];
          monthLimit: number;
          organisationId: string | null;
          post: string | null;
          municipalityId: string | null;
          ofEmployers: boolean;
          experienceSince: string | null;
          isDemo: boolean;
        }>`select
            to_jsonb(weekdays) as weekdays, month_limit as "monthLimit", organisation_id as "organisationId", post,
            municipality_id as "municipalityId", of_employers as "ofEmployers", experience_since as "experienceSince",
            is_demo as "isDemo" from specialists.expert where id = ${one.expertId}`.execute(tx);
        const kept = old.rows[0];
        const kind = await sql<{
          kind: string;
        }>`select kind from registry.organisation_v where id = ${row.organisationId}`.execute(tx);
        const next = {
          organisationId: row.organisationId ?? kept?.organisationId ?? null,
          post: data.post ?? kept?.post ?? null,
          municipalityId: row.municipalityId ?? kept?.municipalityId ?? null,
        };
        const same =
          kept && Object.entries(next).every(([field, value]) => kept[field as keyof typeof next] === value);
        if (!same)
          await putExpert(tx, {
            id: one.expertId,
            personId,
            ...next,
            ofEmployers: kept?.ofEmployers ?? kind.rows[0]?.kind === 'enterprise',
            weekdays: kept?.weekdays ?? [1, 2, 3, 4, 5, 6],
            monthLimit: kept?.monthLimit ?? 6,
            experienceSince: kept?.experienceSince ?? null,
            isDemo: kept?.isDemo ?? false,
            source: input.name,
            today,
            newId,
          });
        if (!kept) {
          counts.added += 1;
          await giveExpertRole({ tx, today, newId, actor }, personId, 'specialists.import');
        } else if (same) counts.same += 1;
        else counts.changed += 1;
      }
      const from = data.from ?? (data.to ? [monthsBefore(data.to, months), today].toSorted()[0]! : today);
      await putRights(tx, {
        expertId: found(one).expertId,
        regime: data.regime,
        level: data.level,
        codes: data.codes,
        from,
        newId,
        to: data.to ?? monthsBefore(from, -months),
        documentNumber: data.number,
        source: input.name,
      });
    }
    for (const { personId, expertId } of made.values()) {
      change({
        subject: { kind: 'specialists.expert', id: expertId, personId },
        after: { imported: input.name },
      });
      emit('specialists.expert.changed', { id: expertId, personId });
    }
    return counts;
  },
});
