import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { BASES, CONFIDENCES, edgeFields } from '../contract.ts';
import { api, CROSSWALK, type CrosswalkRow, type Edge } from './classifiers-api.ts';
import { SplitTrial } from './split-trial.tsx';

interface Props {
  fromList: string;
  toList: string;
  row: CrosswalkRow;
  edge?: Edge | undefined;
  today: string;
  onClose: () => void;
}

const decimal = (text: string) => (text.trim() === '' ? undefined : Number(text.replace(',', '.')));

/** One edge: its share, its ground, its day; what is left free under the code is said beside the share. */
export function EdgeForm({ fromList, toList, row, edge, today, onClose }: Props) {
  const { t, num } = useTexts();
  const save = useChange(api.saveEdge, [CROSSWALK, ['classifiers', 'crosswalks']]);
  const end = useChange(api.endEdge, [CROSSWALK, ['classifiers', 'crosswalks']]);
  const [people, setPeople] = useState('10');
  const form = useForm({
    initial: {
      toCode: edge?.toCode ?? '',
      weight: edge ? String(edge.weight).replace('.', ',') : '',
      basis: edge?.basis ?? 'expert',
      confidence: edge?.confidence ?? '',
      from: today,
      source: edge?.source ?? '',
      note: edge?.note ?? '',
    },
    schema: edgeFields,
    input: ({ weight, confidence, ...value }) => ({
      ...value,
      id: edge?.id,
      fromList,
      fromCode: row.code,
      toList,
      weight: decimal(weight),
      confidence: confidence || null,
    }),
  });
  const others = row.edges.filter((one) => one.id !== edge?.id);
  const sum = others.reduce((total, one) => total + one.weight, 0);
  const shown = (value: number) => num(value, { digits: 2 });
  const weightHint = t('classifiers:crosswalk.weightHint', {
    others: shown(sum),
    left: shown(Math.max(0, 1 - sum)),
  });
  const labels = {
    toCode: t('classifiers:crosswalk.toCode'),
    weight: t('classifiers:crosswalk.weight'),
    basis: t('classifiers:crosswalk.basis'),
    confidence: t('classifiers:crosswalk.confidence'),
    from: t('classifiers:crosswalk.from'),
    source: t('classifiers:crosswalk.source'),
    note: t('classifiers:crosswalk.note'),
  };
  return (
    <FormPanel
      title={t('classifiers:crosswalk.formTitle', { code: row.code, name: row.name })}
      submit={t('classifiers:crosswalk.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
      more={
        edge && (
          <Button
            busy={end.isPending}
            onClick={() =>
              end.mutate(
                { id: edge.id, on: form.value.from },
                { onSuccess: onClose, onError: (error) => form.setProblems({ '': error.message }) },
              )
            }
          >
            {t('classifiers:crosswalk.end')}
          </Button>
        )
      }
    >
      <TextInput {...form.field('toCode')} label={labels.toCode} />
      <TextInput {...form.field('weight')} inputMode="decimal" label={labels.weight} hint={weightHint} />
      <ChoiceInput
        {...form.field('basis')}
        label={labels.basis}
        choices={BASES.map((value) => ({ value, label: t(`classifiers:basis.${value}`) }))}
      />
      <ChoiceInput
        {...form.field('confidence')}
        label={labels.confidence}
        none=""
        optional
        choices={CONFIDENCES.map((value) => ({ value, label: t(`classifiers:confidence.${value}`) }))}
      />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('source')} label={labels.source} />
      <TextInput {...form.field('note')} label={labels.note} optional />
      <SplitTrial row={row} people={people} onPeople={setPeople} />
    </FormPanel>
  );
}
