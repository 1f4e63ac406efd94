import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '../registry/index.ts';
import { type AgreementKind, type agreementField, agreementKind } from './kinds/kind-schema.ts';

type Field = z.output<typeof agreementField>;
type Kind = AgreementKind & { needs: OrganisationKind[] };

const text = (id: string, title: string, required = false): Field => ({ id, title, type: 'text', required });
const number = (id: string, title: string, required = false): Field => ({
  id,
  title,
  type: 'number',
  required,
});
const kind = (
  code: string,
  title: string,
  needs: OrganisationKind[],
  fields: Field[],
  minParties = 2,
): Kind => ({
  code,
  title,
  minParties,
  needs,
  fields,
});
const programmes = text('programmes', 'Программы: код и название');

/** The catalogue of kinds is data with dates: a region changes it on the page of settings. */
const KINDS: Kind[] = [
  kind(
    'practice',
    'О практической подготовке',
    ['college', 'enterprise'],
    [programmes, number('students', 'Сколько студентов'), text('premises', 'Помещения и рабочие места')],
  ),
  kind(
    'target',
    'О целевом обучении (рамочный)',
    ['college', 'enterprise'],
    [programmes, number('seats', 'Сколько мест')],
  ),
  kind('network', 'О сетевой форме', ['college'], [programmes, number('hours', 'Часов у партнёра')]),
  kind(
    'base_department',
    'О базовой кафедре',
    ['college', 'enterprise'],
    [text('department', 'Название кафедры', true), text('address', 'Где работает')],
  ),
  kind(
    'sponsorship',
    'О шефстве',
    ['college', 'enterprise'],
    [text('support', 'Чем помогает предприятие', true)],
  ),
  kind(
    'retraining',
    'О переподготовке работников',
    [],
    [text('competence', 'Чему учат'), number('people', 'Сколько работников')],
  ),
  kind(
    'cluster',
    'О кластере',
    ['college', 'enterprise'],
    [text('industry', 'Отрасль', true), programmes],
    3,
  ),
  kind(
    'three_way',
    'Трёхстороннее соглашение',
    ['region_gov'],
    [text('obligations', 'Обязательства сторон', true)],
    3,
  ),
  kind('simple_signature', 'О простой электронной подписи', [], [text('how', 'Как подписывают')]),
];

export const settings = defineSettings({
  'agreements.kinds': {
    schema: z
      .array(
        agreementKind.extend({
          needs: z.array(z.enum(ORGANISATION_KINDS).meta({ words: 'registry:kind' })),
        }),
      )
      .min(1),
    initial: KINDS,
    source: 'резолюция 24.11.2020; приказы 885/390 от 05.08.2020; постановление 555 от 27.04.2024',
    trust: 'A',
  },
  'agreements.expiringDays': {
    schema: z.number().int().min(1).max(365),
    initial: 60,
    source: 'правило составителей: предупреждаем за 60 дней',
    trust: 'A',
  },
  'agreements.inactiveDays': {
    schema: z.number().int().min(30).max(1095),
    initial: 365,
    source: 'правило составителей: год без событий',
    trust: 'A',
  },
});
