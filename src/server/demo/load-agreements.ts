import type { DemoBody, DemoRegion } from '../../../region/kirov/demo/types.ts';
import { agreementKind } from '../../modules/agreements/kinds/kind-schema.ts';
import { settings } from '../../modules/agreements/settings.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { versionHash } from '../../platform/signing/index.ts';
import { days } from './days.ts';

const KINDS = agreementKind.array().parse(settings['agreements.kinds'].initial);

/** Agreements in force or past their term, with their version, parties and, for the older ones, signs of life. */
async function loadAgreements(tx: Tx, region: DemoRegion): Promise<void> {
  const names = new Map(region.organisations.map((o) => [o.id, o.name]));
  const programmes = new Map(region.programmes.map((p) => [p.id, p.spoCode]));
  const rows = region.agreements.map((a, i) => {
    const kind = KINDS.find(({ code }) => code === a.kind);
    const codes = a.programmeIds.map((id) => programmes.get(id) ?? '').join(', ');
    const fields = codes ? { programmes: codes } : {};
    const subject = kind?.title ?? a.kind;
    const parties = a.parties.map((id) => ({ organisationId: id, fullName: names.get(id) ?? '', inn: null }));
    const content = {
      kind: { code: a.kind, title: subject },
      number: a.number,
      subject,
      from: a.validFrom,
      to: a.validTo,
      fields,
      parties,
    };
    // one in four shows no event for long, so that the page of inactive ones is not empty
    const lastActivityOn = i % 4 === 0 ? null : `2026-${String(1 + (i % 10)).padStart(2, '0')}-15`;
    return { a, content, subject, fields, hash: versionHash(content), lastActivityOn };
  });
  await bulkInsert(
    tx,
    'agreements.agreement',
    rows.map(({ a, subject, fields, hash, lastActivityOn }) => ({
      id: a.id,
      kind: a.kind,
      number: a.number,
      subject,
      fields,
      hash,
      version: 1,
      rev: 1,
      state: a.validTo < region.asOf ? 'ended' : 'in_force',
      concluded_on: a.signedOn,
      valid: days(a.validFrom, a.validTo),
      last_activity_on: lastActivityOn,
      ended_on: a.validTo < region.asOf ? a.validTo : null,
      is_demo: true,
    })),
  );
  await bulkInsert(
    tx,
    'agreements.version',
    rows.map(({ a, content, hash }) => ({
      agreement_id: a.id,
      no: 1,
      hash,
      content,
      at: `${a.signedOn}T09:00:00Z`,
    })),
  );
  await bulkInsert(
    tx,
    'agreements.party',
    region.agreements.flatMap((a) =>
      a.parties.map((id, place) => ({ agreement_id: a.id, organisation_id: id, place })),
    ),
  );
}

const BODY_KIND: Record<DemoBody['kind'], string> = {
  council: 'council',
  commission: 'commission',
  'working-group': 'working_group',
  'governing-board': 'governing_board',
};

async function loadBodies(tx: Tx, region: DemoRegion, newId: () => string): Promise<void> {
  const house = new Map(region.roles.map((role) => [role.personId, role.organisationId]));
  await bulkInsert(
    tx,
    'bodies.body',
    region.bodies.map((b) => ({
      id: b.id,
      name: b.name,
      organisation_id: b.organisationId,
      kind: BODY_KIND[b.kind],
      quorum_percent: 50,
      is_demo: true,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'bodies.member',
    region.bodies.flatMap((b) =>
      b.members.map((m) => ({
        id: newId(),
        body_id: b.id,
        person_id: m.personId,
        organisation_id: house.get(m.personId) ?? null,
        post: m.post === 'deputy-chair' ? 'deputy_chair' : m.post,
        valid: days(m.validFrom),
      })),
    ),
  );
}

const PURPOSES = [
  ['study', 'law', 'Обучение: приём, группы, оценки, документ об образовании', 900],
  ['practice', 'contract', 'Практика: направление, инструктаж, аттестационный лист', 60],
  [
    'share-results-with-employers',
    'consent',
    'Показывать мои результаты экзамена работодателям, которые ищут людей',
    36,
  ],
  ['events-and-photos', 'consent', 'Звать меня на события и публиковать фотографии с них', 36],
] as const;

async function loadConsents(tx: Tx, region: DemoRegion): Promise<void> {
  await bulkInsert(
    tx,
    'registry.purpose',
    PURPOSES.map(([code, basis, text, months]) => ({
      code,
      basis,
      text,
      version: 1,
      retention_months: months,
      source: 'демо: тексты составителей, сверить с юристом',
    })),
  );
  await bulkInsert(
    tx,
    'registry.consent',
    region.consents.map((c) => ({
      id: c.id,
      person_id: c.personId,
      purpose: c.purpose,
      version: 1,
      given_on: c.givenOn,
      given_by: c.givenBy === 'self' ? c.personId : null,
      given_how: c.givenBy === 'self' ? 'account' : 'paper',
      withdrawn_on: c.withdrawnOn,
    })),
  );
}

/** Agreements, boards with their members, purposes of processing with the consents given. */
export async function loadCooperation(tx: Tx, region: DemoRegion, newId: () => string): Promise<void> {
  await loadAgreements(tx, region);
  await loadBodies(tx, region, newId);
  await loadConsents(tx, region);
}
