import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { LEVELS, REGIMES, type Regime } from '../rules/levels.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { api, MY_EXPERT } from './experts-api.ts';
import { todayHere } from './specialists-api.ts';

/** A test of experts, its questions pasted as text; it replaces the one of the level from its first day. */
export function TestForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const save = useChange(api.saveTest, [MY_EXPERT]);
  const form = useForm({
    initial: {
      title: '',
      regime: 'ORDER_800',
      level: 'expert',
      questions: '',
      asked: '',
      passPercent: '75',
      mostAttempts: '3',
      minutes: '30',
      from: todayHere(),
    },
    schema: contract.saveTest['~orpc'].inputSchema,
    input: ({ questions, asked, passPercent, mostAttempts, minutes, ...rest }) => {
      const list = questionsOf(questions);
      return {
        ...rest,
        questions: list,
        asked: Number(asked) || list.length,
        passPercent: Number(passPercent),
        mostAttempts: Number(mostAttempts),
        minutes: Number(minutes),
      };
    },
  });
  const names = [
    ...(['title', 'regime', 'level', 'questions', 'asked', 'passPercent'] as const),
    ...(['mostAttempts', 'minutes', 'from'] as const),
  ];
  const labels = Object.fromEntries(
    names.map((name) => [name, t(`specialists:screen.testForm.${name}`)]),
  ) as Record<(typeof names)[number], string>;
  const count = questionsOf(form.value.questions).length;
  return (
    <FormPanel
      title={t('specialists:screen.testForm.heading')}
      submit={t('specialists:screen.testForm.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('title')} label={labels.title} />
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
        choices={LEVELS[form.value.regime as Regime].map((value) => ({
          value,
          label: t(`specialists:level.${value}`),
        }))}
      />
      <AreaInput
        {...form.field('questions')}
        label={labels.questions}
        hint={t('specialists:screen.testForm.questionsHint', { count })}
      />
      <TextInput {...form.field('asked')} inputMode="numeric" label={labels.asked} optional />
      <TextInput {...form.field('passPercent')} inputMode="numeric" label={labels.passPercent} />
      <TextInput {...form.field('mostAttempts')} inputMode="numeric" label={labels.mostAttempts} />
      <TextInput {...form.field('minutes')} inputMode="numeric" label={labels.minutes} />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
    </FormPanel>
  );
}
