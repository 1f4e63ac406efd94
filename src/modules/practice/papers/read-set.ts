import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import { isMinor } from '../placements/judge-course.ts';
import { readFacts } from '../placements/placement-facts.ts';
import type { BarePlan } from '../plans/plan-row.ts';
import { stretchOn } from '../rules/limits.ts';
import { MANY_HOSTS, type PaperSet, paperSet } from './paper-set.ts';
import { readParty } from './read-party.ts';

interface More {
  id: string;
  name: string;
  works: string;
  address: string;
  guardian: string | null;
  mentor: string | null;
  mentorPost: string | null;
  log: PaperSet['students'][number]['log'];
  competences: PaperSet['students'][number]['competences'] | null;
  qualities: PaperSet['students'][number]['qualities'] | null;
  reference: string | null;
  agreement: { number: string; on: string | null; from: string; to: string | null } | null;
  hostSigns: { signatory: string | null; authority: string | null } | null;
  collegeSigns: { signatory: string | null; authority: string | null } | null;
}

type Asked = {
  plan: BarePlan & { organisationId: string };
  hostId: string | null;
  today: string;
  /** An enterprise gets no birthdays and no contacts of families. */
  forHost: boolean;
};

/** The papers' data of a placed group: at one plant, or of the whole group where it is in several. */
export async function readSet(tx: Tx, { plan, hostId, today, forHost }: Asked): Promise<PaperSet> {
  const where: RawBuilder<boolean> = sql<boolean>`p.plan_id = ${plan.id} and p.state not in ('requested', 'failed')
    and (${hostId}::uuid is null or p.host_id = ${hostId}::uuid)`;
  const facts = await readFacts(tx, where);
  const first = facts[0];
  if (!first) throw refuse('practice:error.nobodyPlaced', {}, { status: 409 });
  const hosts = new Set(facts.map((one) => one.hostId));
  const { rows } =
    await sql<More>`select p.id, r.full_name as name, f.works, f.address, t.guardian_name as guardian,
      m.name as mentor, m.post as "mentorPost", x.reference, x.competences, x.qualities,
      coalesce((select jsonb_agg(jsonb_build_object('day', d.day, 'note', d.note, 'minutes', d.minutes) order by d.day)
        from practice.log_day d where d.placement_id = p.id), '[]') as log,
      (select jsonb_build_object('number', g.number, 'on', g.concluded_on, 'from', lower(g.valid), 'to', upper(g.valid) - 1)
        from agreements.agreement_v g where g.id = p.agreement_id) as agreement,
      (select jsonb_build_object('signatory', y.signatory, 'authority', y.authority) from agreements.party_v y
        where y.agreement_id = p.agreement_id and y.organisation_id = p.host_id) as "hostSigns",
      (select jsonb_build_object('signatory', y.signatory, 'authority', y.authority) from agreements.party_v y
        where y.agreement_id = p.agreement_id and y.organisation_id = p.organisation_id) as "collegeSigns"
    from practice.placement p join registry.person_v r on r.id = p.person_id join practice.offer f on f.id = p.offer_id
    left join practice.trainee t on t.person_id = p.person_id left join practice.appraisal x on x.placement_id = p.id
    left join lateral (select w.full_name as name, v.post from specialists.tutoring_v u
      join registry.person_v w on w.id = u.mentor_person_id join specialists.mentor_v v on v.appointment_id = u.appointment_id
      where u.source_kind = 'practice.placement' and u.source_id = p.id and not isempty(u.valid)
      order by lower(u.valid) desc limit 1) m on true
    where ${where}`.execute(tx);
  const more = new Map(rows.map((row) => [row.id, row]));
  const college = await readParty(tx, plan.organisationId, today);
  const one = hosts.size === 1 ? await readParty(tx, first.hostId, today) : null;
  const signed = <T extends { headName?: string | null; authority?: string | null }>(
    party: T,
    signs: More['hostSigns'] | undefined,
  ): T => ({
    ...party,
    ...(party.headName ? {} : { headName: signs?.signatory ?? null }),
    authority: signs?.authority ?? party.authority ?? null,
  });
  const top = more.get(first.id);
  const qualities = await settingOn<{ title: string }[]>(tx, 'practice.qualities', today);
  const supervisor = plan.supervisor ? await supervisorOf(tx, plan.supervisorId) : null;
  return paperSet.parse({
    college: signed(college.party, top?.collegeSigns),
    host: one
      ? signed(one.party, top?.hostSigns)
      : {
          fullName: MANY_HOSTS,
          shortName: MANY_HOSTS,
          inn: null,
          address: null,
          headPost: null,
          headName: null,
          authority: null,
        },
    city: college.city,
    programme: { code: plan.programmeCode, name: plan.programmeName },
    group: plan.group,
    practice: {
      kind: plan.kind,
      module: plan.moduleCode,
      title: plan.title,
      from: plan.from,
      to: plan.to,
      academicHours: plan.academicHours,
      competences: plan.competences,
      ...(one ? { works: top?.works || null, address: top?.address || null } : {}),
    },
    agreement: {
      ...(one && top?.agreement ? top.agreement : {}),
      listDays: await settingOn<number>(tx, 'practice.listWorkingDays', today),
    },
    order: { number: plan.orderNumber, on: plan.orderOn },
    gradeSheet: {},
    supervisor,
    qualities: qualities.map(({ title }) => title),
    students: facts.map((fact) => {
      const row = more.get(fact.id);
      return {
        id: fact.id,
        name: row?.name ?? '',
        birthDate: forHost ? null : fact.birthDate,
        minor: isMinor(fact),
        mentor: row?.mentor ? { name: row.mentor, post: row.mentorPost } : null,
        place: one ? fact.offer : `${fact.host}: ${fact.offer}`,
        minutesADay: stretchOn(fact.timetable, fact.from)?.minutes ?? null,
        guardian: forHost ? null : row?.guardian,
        briefingOn: fact.briefingOn,
        log: row?.log ?? [],
        competences: row?.competences ?? [],
        qualities: row?.qualities ?? [],
        reference: row?.reference,
        grade: forHost ? null : fact.grade,
      };
    }),
  });
}

async function supervisorOf(tx: Tx, id: string | null) {
  const { rows } = await sql<{
    name: string;
  }>`select full_name as name from registry.person_v where id = ${id}`.execute(tx);
  return rows[0] ? { name: rows[0].name, post: null } : null;
}
