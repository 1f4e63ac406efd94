import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { LEVELS, REGIMES, type Regime } from '../rules/levels.ts';
import { api, codesIn, EXPERTS } from './experts-api.ts';
import { todayHere } from './specialists-api.ts';

/** A right by its document: regime, level, specialties, days. */
export function RightForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const grant = useChange(api.grantRight, [EXPERTS]);
  const form = useForm({
    initial: {
      regime: 'ORDER_800',
      level: 'expert',
      codes: '',
      from: todayHere(),
      to: '',
      documentNumber: '',
    },
    schema: contract.grantRight['~orpc'].inputSchema,
    input: ({ codes, to, documentNumber, ...rest }) => ({
      id,
      ...rest,
      codes: codesIn(codes),
      to: to || null,
      documentNumber: documentNumber || null,
    }),
  });
  const labels = {
    regime: t('specialists:screen.rightForm.regime'),
    level: t('specialists:screen.rightForm.level'),
    codes: t('specialists:screen.rightForm.codes'),
    from: t('specialists:screen.rightForm.from'),
    to: t('specialists:screen.rightForm.to'),
    documentNumber: t('specialists:screen.rightForm.number'),
  };
  const regime = form.value.regime as Regime;
  return (
    <FormPanel
      title={t('specialists:screen.rightForm.title')}
      submit={t('specialists:screen.rightForm.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(grant.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('regime')}
        label={labels.regime}
        onChange={(next) =>
          form.setValue({ ...form.value, regime: next, level: LEVELS[next as Regime][0] ?? '' })
        }
        choices={REGIMES.map((value) => ({ value, label: t(`specialists:regime.${value}`) }))}
      />
      <ChoiceInput
        {...form.field('level')}
        label={labels.level}
        choices={LEVELS[regime].map((value) => ({ value, label: t(`specialists:level.${value}`) }))}
      />
      <TextInput
        {...form.field('codes')}
        label={labels.codes}
        hint={t('specialists:screen.rightForm.codesHint')}
      />
      <TextInput {...form.field('documentNumber')} label={labels.documentNumber} optional />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('to')} type="date" label={labels.to} optional />
    </FormPanel>
  );
}
