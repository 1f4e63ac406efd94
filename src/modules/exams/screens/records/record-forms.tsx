import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { AreaInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { useForm } from '../../../../web/widgets/use-form.ts';
import { contract } from '../../contract.ts';
import { api, pointsOf, SESSION, SESSIONS } from '../exams-api.ts';
import room from '../rooms.module.css';
import { hundredthsOf, RECORDS, type RecordsOf } from '../rooms-api.ts';

interface Props {
  row: RecordsOf;
  onClose: () => void;
}
const TOUCHED = [RECORDS, SESSION, SESSIONS];

/** New points by criterion with a ground: the signed record stays beside it. */
export function CorrectForm({ row, onClose }: Props) {
  const { t } = useTexts();
  const correct = useChange(api.correctResult, TOUCHED);
  const last = row.results.at(-1);
  const [points, setPoints] = useState<Record<string, string>>({});
  const form = useForm({
    initial: { ground: '' },
    schema: contract.correctResult['~orpc'].inputSchema,
    input: ({ ground }) => ({
      id: row.id,
      ground,
      criteria: Object.entries(points).flatMap(([code, text]) => {
        const given = hundredthsOf(text);
        return given === null ? [] : [{ code, points: given }];
      }),
    }),
  });
  return (
    <FormPanel
      title={t('exams:rooms.records.correctTitle', { name: row.name })}
      about={t('exams:rooms.records.afterwards')}
      submit={t('exams:rooms.records.correctSave')}
      busy={form.busy}
      problems={form.problems}
      labels={{ ground: t('exams:rooms.records.ground') }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(correct.mutateAsync)) onClose();
      }}
    >
      {(last?.criteria ?? []).map((one, i) => (
        <TextInput
          key={one.code}
          name={`criterion-${one.code}`}
          inputMode="decimal"
          label={`${one.code}. ${one.title}`}
          hint={t('exams:rooms.records.now', { points: pointsOf(one.points), max: pointsOf(one.max) })}
          value={points[one.code] ?? ''}
          onChange={(value) => setPoints({ ...points, [one.code]: value })}
          error={form.problems[`criteria.${i}.points`]}
          optional
        />
      ))}
      <AreaInput
        {...form.field('ground')}
        label={t('exams:rooms.records.ground')}
        hint={t('exams:rooms.records.groundHint')}
      />
    </FormPanel>
  );
}

const CLAIMS = ['listed', 'applied', 'matches', 'noDebts'] as const;

/** A winner or prize-winner need not sit; under the 2020 methodology the list of championships alone counts. */
export function ChampionForm({ row, regime, onClose }: Props & { regime: 'WSR_2020' | 'ORDER_800' }) {
  const { t } = useTexts();
  const credit = useChange(api.creditChampion, TOUCHED);
  const form = useForm({
    initial: {
      championship: '',
      place: '',
      listed: false,
      applied: false,
      matches: false,
      noDebts: false,
    },
    schema: contract.creditChampion['~orpc'].inputSchema,
    input: ({ championship, place, listed, applied, matches, noDebts }) => ({
      id: row.id,
      championship,
      place: Number(place),
      listed,
      applied,
      matches,
      debts: !noDebts,
    }),
  });
  const labels = {
    championship: t('exams:rooms.records.championship'),
    place: t('exams:rooms.records.place'),
  };
  return (
    <FormPanel
      title={t('exams:rooms.records.championTitle', { name: row.name })}
      submit={t('exams:rooms.records.championSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(credit.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('championship')} label={labels.championship} />
      <TextInput {...form.field('place')} inputMode="numeric" label={labels.place} />
      <div className={`${room.checks} ${room.whole}`}>
        {CLAIMS.filter((name) => regime === 'ORDER_800' || name === 'listed').map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={form.value[name]}
              onChange={(event) => form.set(name, event.target.checked)}
            />
            {t(`exams:rooms.records.${name}`)}
          </label>
        ))}
      </div>
    </FormPanel>
  );
}

/** Number and address of the federal skills passport, to stand beside the region's card. */
export function PassportForm({ row, onClose }: Props) {
  const { t } = useTexts();
  const note = useChange(api.notePassport, TOUCHED);
  const form = useForm({
    initial: { number: row.passport?.number ?? '', link: row.passport?.link ?? '' },
    schema: contract.notePassport['~orpc'].inputSchema,
    input: ({ number, link }) => ({ id: row.id, number: number || null, link: link || null }),
  });
  const labels = {
    number: t('exams:rooms.records.passportNumber'),
    link: t('exams:rooms.records.passportLink'),
  };
  return (
    <FormPanel
      title={t('exams:rooms.records.passportTitle', { name: row.name })}
      submit={t('exams:rooms.records.passportSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('number')} label={labels.number} optional />
      <TextInput {...form.field('link')} label={labels.link} optional />
    </FormPanel>
  );
}
