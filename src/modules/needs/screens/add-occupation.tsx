import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, MINE, type Mine } from './needs-api.ts';

const schema = contract.saveLines['~orpc'].inputSchema;

/** A new row of the table: who, where, why, and the first year. */
export function AddOccupation({ mine, onClose }: { mine: Mine; onClose: () => void }) {
  const { t } = useTexts();
  const save = useChange(api.saveLines, [MINE]);
  const form = useForm({
    initial: {
      occupation: '',
      municipalityId: mine.organisation.municipalityId ?? '',
      kind: 'replacement',
      year: String(mine.years[0] ?? ''),
      count: '1',
      reason: '',
    },
    schema,
    input: ({ occupation, municipalityId, kind, year, count, reason }) => ({
      occupation: occupation || undefined,
      municipalityId: municipalityId || undefined,
      kind,
      reason: reason || null,
      years: [{ year: Number(year), count: Number(count.replace(',', '.')) }],
    }),
  });
  const labels = {
    occupation: t('needs:add.occupation'),
    municipalityId: t('needs:add.place'),
    'years.0.year': t('needs:add.year'),
    'years.0.count': t('needs:add.count'),
  };
  const send = async () => {
    if (await form.submit((input) => save.mutateAsync(input))) onClose();
  };
  return (
    <FormPanel
      title={t('needs:add.title')}
      submit={t('needs:add.save')}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
    >
      <ChoiceInput
        label={t('needs:add.occupation')}
        none="—"
        choices={mine.occupations.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.field('occupation')}
      />
      <ChoiceInput
        label={t('needs:add.place')}
        choices={mine.municipalities.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('municipalityId')}
      />
      <ChoiceInput
        label={t('needs:add.kind')}
        choices={(['replacement', 'new'] as const).map((value) => ({
          value,
          label: t(`needs:kind.${value}`),
        }))}
        {...form.field('kind')}
      />
      <ChoiceInput
        label={t('needs:add.year')}
        choices={mine.years.map((year) => ({ value: String(year), label: String(year) }))}
        {...form.field('year')}
        error={form.problems['years.0.year']}
      />
      <TextInput
        label={t('needs:add.count')}
        inputMode="numeric"
        {...form.field('count')}
        error={form.problems['years.0.count']}
      />
      <TextInput label={t('needs:add.reason')} optional {...form.field('reason')} />
    </FormPanel>
  );
}
