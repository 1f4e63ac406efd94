import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { inTransaction } from '../database/index.ts';
import type { OutboxEvent } from '../outbox/index.ts';
import type { Actor, Change } from '../use-case/index.ts';
import {
  checkQualified,
  type LinkMark,
  markByLink,
  marksOf,
  missingSignatures,
  requireOther,
  type SignArgs,
  type Signature,
  type Signing,
  signaturesOf,
  signDocument,
  versionHash,
  withdrawSignatures,
} from './index.ts';

const college = '018f0000-0000-7000-8000-0000000000c0';
const plant = '018f0000-0000-7000-8000-0000000000d0';
const student = '018f0000-0000-7000-8000-0000000000e0';
const document = { kind: 'trial.agreement', id: '1', hash: versionHash({ places: 5 }) };
const certificate = {
  serial: '01',
  owner: 'ООО «Лепсе»',
  issuer: 'УЦ',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
};
const base: Signing = {
  document,
  party: { organisationId: college },
  signature: { kind: 'paper', originalReceived: true },
  signer: { name: 'Рублёва А. С.' },
  authority: { basis: 'Устав', until: null },
};

let world: TestWorld;
let events: OutboxEvent[] = [];
let changes: Change[] = [];
beforeEach(async () => {
  world = await freshWorld();
  events = [];
  changes = [];
});
const within = <T>(work: (args: SignArgs) => Promise<T>, actor: Actor = world.as('college_head')) =>
  inTransaction(world.db, (tx) =>
    work({
      tx,
      actor,
      now: world.now().toISOString(),
      today: '2026-11-23',
      newId: world.newId,
      emit: (name, payload) => events.push({ name, payload }),
      change: (one) => changes.push(one),
    }),
  );
const sign = (over: Partial<Signing> = {}, actor?: Actor) =>
  within((args) => signDocument(args, { ...base, ...over }), actor);
const standings = async (hash = document.hash) =>
  (await signaturesOf(world.db, { ...document, hash })).map((one) => one.standing);

describe('a signature', () => {
  it('on paper stands with a scan or the original, is told in history and outbox, and counts once', async () => {
    const id = await sign();
    expect(events).toEqual([
      {
        name: 'signing.signed',
        payload: { signatureId: id, documentKind: 'trial.agreement', documentId: '1' },
      },
    ]);
    expect(changes).toMatchObject([
      { subject: { kind: 'trial.agreement', id: '1', organisationId: college } },
    ]);
    await expect(sign()).rejects.toMatchObject({ key: 'signing:error.alreadySigned' });
    const parties = [{ organisationId: college }, { organisationId: plant }, { personId: student }];
    expect(await missingSignatures(world.db, document, parties)).toEqual(parties.slice(1));
    await sign({ party: { organisationId: plant }, signature: { kind: 'paper', scanHash: 'ab' } });
    await sign({
      party: { personId: student },
      signer: { name: 'Ёлкина М. И.' },
      authority: undefined,
      onBehalf: { reason: 'законный представитель' },
    });
    expect(await missingSignatures(world.db, document, parties)).toEqual([]);
  });

  it('of an organisation asks for authority and its term', async () => {
    const refused = (key: string, path: string) => ({ key: `signing:${key}`, fields: [{ path }] });
    await expect(sign({ authority: undefined })).rejects.toMatchObject(
      refused('rule.signer-authority', 'authority'),
    );
    const ended = { basis: 'Доверенность № 5', until: '2026-11-22' };
    await expect(sign({ authority: ended })).rejects.toMatchObject(
      refused('rule.signer-authority.ended', 'authority'),
    );
    await sign({ authority: ended, signedOn: '2026-11-22' });
    await expect(sign({ signedOn: '2026-11-24' })).rejects.toMatchObject(
      refused('error.futureDate', 'signedOn'),
    );
  });

  it('simple: only under an agreement between these parties', async () => {
    const signature = { kind: 'simple', via: 'account' } as const;
    await expect(sign({ signature })).rejects.toMatchObject({ key: 'signing:rule.simple-signature' });
    await expect(sign({ signature, agreementOn: async () => null })).rejects.toMatchObject({
      rule: 'simple-signature',
    });
    let asked: unknown;
    await sign({
      signature,
      agreementOn: async (_, party, day) => {
        asked = { party, day };
        return 'agreement 7';
      },
    });
    expect(asked).toEqual({ party: { organisationId: college }, day: '2026-11-23' });
    expect(await signaturesOf(world.db, document)).toMatchObject([{ agreement_id: 'agreement 7' }]);
  });

  it('qualified: within the certificate, and counts only when checked outside', async () => {
    const signature = { kind: 'qualified', fileHash: 'cd', certificate } as const;
    await expect(
      sign({ signature: { ...signature, certificate: { ...certificate, validTo: '2026-11-22' } } }),
    ).rejects.toMatchObject({ key: 'signing:error.certificateTerm' });
    const signatureId = await sign({ signature });
    expect(await standings()).toEqual(['unchecked']);
    expect(await missingSignatures(world.db, document, [base.party])).toEqual([base.party]);
    await within((args) => checkQualified(args, { signatureId, result: 'invalid', how: 'КриптоАРМ' }));
    expect(await standings()).toEqual(['invalid']);
    await within((args) => checkQualified(args, { signatureId, result: 'valid', how: 'КриптоАРМ' }));
    expect(await standings()).toEqual(['valid']);
    const paper = await sign({ signer: { name: 'Другой' } });
    await expect(
      within((args) => checkQualified(args, { signatureId: paper, result: 'valid', how: 'глаз' })),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('does not outlive a change of the content', async () => {
    await sign();
    expect(await standings(versionHash({ places: 6 }))).toEqual(['otherVersion']);
    expect(await within((args) => withdrawSignatures(args, document, 'изменено число мест'))).toBe(1);
    expect(await standings()).toEqual(['withdrawn']);
    expect(events.at(-1)).toMatchObject({ name: 'signing.withdrawn' });
    expect(await within((args) => withdrawSignatures(args, document, 'ещё раз'))).toBe(0);
    await sign();
    expect(await standings()).toEqual(['withdrawn', 'valid']);
  });
});

describe('a link', () => {
  const byLink = (): Actor => ({ ...world.as('enterprise_head', { organisationId: plant }), kind: 'link' });

  it('alone signs nothing: it acknowledges or agrees provisionally', async () => {
    const simple = { kind: 'simple', via: 'account' } as const;
    for (const signature of [base.signature, simple])
      await expect(sign({ signature }, byLink())).rejects.toMatchObject({
        key: 'signing:rule.simple-signature.linkAlone',
      });
    await within((args) => markByLink(args, document, 'agreedProvisionally'), byLink());
    expect(await marksOf(world.db, document)).toMatchObject([
      { mark: 'agreedProvisionally', organisation_id: plant },
    ]);
    expect(await missingSignatures(world.db, document, [{ organisationId: plant }])).toHaveLength(1);
    // by the type itself: no mark is a signature
    expectTypeOf<LinkMark>().not.toExtend<Signature>();
    expectTypeOf<Signature['kind']>().toEqualTypeOf<'paper' | 'simple' | 'qualified'>();
  });

  it('signs under an agreement, and it is seen that it was a link', async () => {
    await sign({ signature: { kind: 'simple', via: 'account' }, agreementOn: async () => 'a' }, byLink());
    expect(await standings()).toEqual(['valid']);
  });
});

describe('two persons', () => {
  it('who prepares does not approve, and is named', () => {
    const actor = world.as('min_edu_head', { personId: student });
    expect(() => requireOther('018f0000-0000-7000-8000-0000000000ff', actor)).not.toThrow();
    const key = (preparer: Parameters<typeof requireOther>[0], who = actor) => {
      try {
        requireOther(preparer, who);
        return null;
      } catch (error) {
        return (error as { key: string }).key;
      }
    };
    expect(key(student)).toBe('signing:rule.two-persons');
    expect(key({ personId: student, name: 'Ёлкина М. И.' })).toBe('signing:rule.two-persons.named');
    expect(key(null)).toBe('signing:rule.two-persons.preparerUnknown');
    expect(key('x', { ...actor, kind: 'service' })).toBe('signing:rule.two-persons.notAPerson');
  });
});
