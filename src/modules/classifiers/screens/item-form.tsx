import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { itemFields } from '../contract.ts';
import { api, ITEMS, type Item, LISTS, UNKNOWN } from './classifiers-api.ts';

interface Props {
  list: string;
  /** An unknown code to be named, or an item of the region's own to be changed. */
  item?: Item | undefined;
  onClose: () => void;
}

/** Adds an item to an open list, or gives a name to a code nobody knew. */
export function ItemForm({ list, item, onClose }: Props) {
  const { t } = useTexts();
  const save = useChange(api.saveItem, [LISTS, ITEMS, UNKNOWN]);
  const form = useForm({
    initial: {
      code: item?.code ?? '',
      name: item && item.status !== 'unknown' ? item.name : '',
      parent: item?.parent ?? '',
      axis: item?.axis ?? '',
      source: '',
    },
    schema: itemFields,
    input: (value) => ({ list, ...value }),
  });
  const labels = {
    code: t('classifiers:items.code'),
    name: t('classifiers:items.name'),
    parent: t('classifiers:items.parent'),
    axis: t('classifiers:items.axis'),
    source: t('classifiers:items.source'),
  };
  return (
    <FormPanel
      title={item ? t('classifiers:items.nameIt', { code: item.code }) : t('classifiers:items.addTitle')}
      submit={t('classifiers:items.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('name')} label={labels.name} hint={t('classifiers:items.nameHint')} />
      {!item && (
        <TextInput
          {...form.field('code')}
          label={labels.code}
          hint={t('classifiers:items.codeHint')}
          optional
        />
      )}
      <TextInput
        {...form.field('parent')}
        label={labels.parent}
        hint={t('classifiers:items.parentHint')}
        optional
      />
      {list === 'training_form' && (
        <ChoiceInput
          {...form.field('axis')}
          label={labels.axis}
          none=""
          choices={(['form', 'direction'] as const).map((value) => ({
            value,
            label: t(`classifiers:axis.${value}`),
          }))}
        />
      )}
      <TextInput {...form.field('source')} label={labels.source} optional />
    </FormPanel>
  );
}
