import type { TestWorld } from '../../../testing/world.ts';

interface Id {
  id: string;
}

/** A plant with one worker entered as a mentor, cleared, and appointed for the school year with room for three. */
export async function makePlant(world: TestWorld, name = 'Завод «Литейный двор» (демо)') {
  const admin = world.as('admin');
  const { id: organisationId } = await world.call<Id>(
    'registry.saveOrganisation',
    { kind: 'enterprise', fullName: name, shortName: name },
    admin,
  );
  const hr = world.as('enterprise_hr', { organisationId });
  return { organisationId, hr };
}

export const ORDER = {
  orderNumber: '14-н',
  orderOn: '2026-09-01',
  legalBasis: 'practice',
  consentOn: '2026-08-28',
  content: 'Сварка в защитном газе, приёмы безопасной работы',
  payForm: 'none',
  capacity: 3,
  from: '2026-09-01',
  to: '2027-08-31',
};

export async function makeMentor(
  world: TestWorld,
  plant: { hr: ReturnType<TestWorld['as']> },
  surname = 'Ожегов',
) {
  const { id: mentorId } = await world.call<Id>(
    'specialists.saveMentor',
    { person: { surname, givenName: 'Пётр' }, post: 'Сварщик 6 разряда', programmes: ['15.01.05'] },
    plant.hr,
  );
  await world.call('specialists.noteClearance', { id: mentorId, number: '77-А', on: '2026-08-20' }, plant.hr);
  const { id: appointmentId } = await world.call<Id>(
    'specialists.appointMentor',
    { mentorId, ...ORDER },
    plant.hr,
  );
  return { mentorId, appointmentId };
}
