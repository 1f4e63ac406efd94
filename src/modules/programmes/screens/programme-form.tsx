import { useNavigate } from '@tanstack/react-router';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, FORMS } from '../contract.ts';
import css from './programmes.module.css';
import { api, numberOf, PROGRAMMES, type ProgrammeCard } from './programmes-api.ts';

interface Props {
  card?: ProgrammeCard;
  workshops: { id: string; name: string }[];
  onClose: () => void;
}

const schema = contract.saveProgramme['~orpc'].inputSchema;
const initialOf = (card: ProgrammeCard | undefined) => ({
  code: card?.code ?? '',
  name: card?.name ?? '',
  base: String(card?.base ?? 9),
  form: card?.form ?? 'full-time',
  months: String(card?.months ?? 34),
  standard: card?.standard ?? '',
  capacity: String(card?.capacity ?? 25),
  workshopId: card?.workshopId ?? '',
  isFlexible: card?.isFlexible ?? false,
  isAdapted: card?.isAdapted ?? false,
});

/** The card of a programme. «Адаптивная» (flexible) and «адаптированная» (for special needs) are two marks. */
export function ProgrammeForm({ card, workshops, onClose }: Props) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const save = useChange(api.saveProgramme, [PROGRAMMES]);
  const form = useForm({
    initial: initialOf(card),
    schema,
    input: ({ base, months, capacity, workshopId, ...rest }) => ({
      ...rest,
      base: numberOf(base),
      months: numberOf(months),
      capacity: numberOf(capacity),
      workshopId: workshopId || null,
      isNew: card?.isNew ?? true,
      ...(card && { id: card.id, rev: card.rev }),
    }),
  });
  const words = (name: 'code' | 'name' | 'base' | 'form' | 'months' | 'standard' | 'capacity' | 'workshop') =>
    t(`programmes:screen.programme.${name}`);
  const labels = {
    code: words('code'),
    name: words('name'),
    base: words('base'),
    form: words('form'),
    months: words('months'),
    standard: words('standard'),
    capacity: words('capacity'),
    workshopId: words('workshop'),
  };
  const mark = (name: 'isFlexible' | 'isAdapted', label: string, hint: string) => (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={form.value[name]}
        onChange={(event) => form.set(name, event.target.checked)}
      />
      <span>
        {label} <span className="dim small">{hint}</span>
      </span>
    </label>
  );
  return (
    <FormPanel
      title={t(card ? 'programmes:screen.programme.edit' : 'programmes:screen.programme.add')}
      submit={t('programmes:screen.programme.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        let id = '';
        const sent = await form.submit(async (input) => {
          const saved = await save.mutateAsync(input);
          id = saved.data.id;
        });
        if (!sent) return;
        onClose();
        await navigate({ to: '/programmes/$id', params: { id } });
      }}
    >
      <TextInput {...form.field('code')} label={labels.code} />
      <TextInput {...form.field('name')} label={labels.name} />
      <ChoiceInput
        {...form.field('base')}
        label={labels.base}
        choices={['9', '11'].map((value) => ({
          value,
          label: t('programmes:screen.base', { base: Number(value) }),
        }))}
      />
      <ChoiceInput
        {...form.field('form')}
        label={labels.form}
        choices={FORMS.map((value) => ({ value, label: t(`programmes:screen.form.${value}`) }))}
      />
      <TextInput {...form.field('months')} label={labels.months} inputMode="numeric" />
      <TextInput {...form.field('capacity')} label={labels.capacity} inputMode="numeric" />
      <TextInput {...form.field('standard')} label={labels.standard} optional />
      {workshops.length > 0 && (
        <ChoiceInput
          {...form.field('workshopId')}
          label={labels.workshopId}
          none={t('programmes:screen.programme.noWorkshop')}
          choices={workshops.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {mark(
        'isFlexible',
        t('programmes:screen.programme.flexible'),
        t('programmes:screen.programme.flexibleHint'),
      )}
      {mark(
        'isAdapted',
        t('programmes:screen.programme.adapted'),
        t('programmes:screen.programme.adaptedHint'),
      )}
    </FormPanel>
  );
}
