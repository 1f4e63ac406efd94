import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { api, ORDER } from './order-api.ts';

const CASES = ['low', 'base', 'high'] as const;

/** A scenario: which need to believe, how much money there is. */
export function StartVariant({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const next = new Date().getFullYear() + 1;
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(String(next));
  const [needCase, setNeedCase] = useState<(typeof CASES)[number]>('base');
  const [money, setMoney] = useState('0');
  const start = useChange(api.startVariant, [ORDER]);
  const labels = {
    title: t('order:screen.start.name'),
    decisionYear: t('order:screen.start.year'),
    needCase: t('order:screen.start.need'),
    budgetChange: t('order:screen.start.money'),
  };
  const change = Number(money.replace(',', '.').replace('−', '-'));
  const missing =
    title.trim() === ''
      ? t('order:screen.start.noName')
      : !Number.isFinite(change) || change < -90 || change > 200
        ? t('order:screen.start.badMoney')
        : undefined;
  return (
    <FormPanel
      title={t('order:screen.start.title')}
      about={t('order:screen.start.about')}
      submit={t('order:screen.start.submit')}
      busy={start.isPending}
      {...(missing && { blocked: missing })}
      problems={start.isError ? problemsFromServer(start.error, t('web:form.notSaved')) : {}}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        start.mutate(
          {
            title: title.trim(),
            decisionYear: Number(year),
            needCase,
            budgetChange: change / 100,
            decisions: [],
          },
          { onSuccess: ({ data }) => void navigate({ to: `/order/${data.id}` }) },
        )
      }
    >
      <TextInput
        name="title"
        label={labels.title}
        hint={t('order:screen.start.nameHint')}
        value={title}
        onChange={setTitle}
      />
      <ChoiceInput
        name="decisionYear"
        label={labels.decisionYear}
        value={year}
        onChange={setYear}
        choices={[next, next + 1, next + 2].map((one) => ({ value: String(one), label: String(one) }))}
      />
      <ChoiceInput
        name="needCase"
        label={labels.needCase}
        value={needCase}
        onChange={(value) => setNeedCase(CASES.find((one) => one === value) ?? 'base')}
        choices={CASES.map((one) => ({ value: one, label: t(`order:screen.needCase.${one}`) }))}
      />
      <TextInput
        name="budgetChange"
        inputMode="decimal"
        label={labels.budgetChange}
        hint={t('order:screen.start.moneyHint')}
        value={money}
        onChange={setMoney}
      />
    </FormPanel>
  );
}
