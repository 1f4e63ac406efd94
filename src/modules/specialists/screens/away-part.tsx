import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { ABSENCE_KINDS, contract } from '../contract.ts';
import { api, EXPERTS, MY_EXPERT, type MyExpert } from './experts-api.ts';
import css from './specialists.module.css';

/** Days out, and days offered beyond the usual week. */
export function AwayPart({ card }: { card: NonNullable<MyExpert['card']> }) {
  const { t, dateRange } = useTexts();
  const note = useChange(api.noteAbsence, [MY_EXPERT, EXPERTS]);
  const drop = useChange(api.dropAbsence, [MY_EXPERT, EXPERTS]);
  const form = useForm({
    initial: { kind: 'busy', from: '', to: '' },
    schema: contract.noteAbsence['~orpc'].inputSchema,
    input: (value) => value,
  });
  const labels = {
    kind: t('specialists:screen.myExpert.kind'),
    from: t('specialists:screen.myExpert.from'),
    to: t('specialists:screen.myExpert.to'),
  };
  return (
    <>
      <FormPanel
        title={t('specialists:screen.myExpert.away')}
        submit={t('specialists:screen.myExpert.addAway')}
        busy={form.busy}
        problems={form.problems}
        labels={labels}
        onSubmit={async () => {
          if (await form.submit(note.mutateAsync)) form.setValue({ kind: 'busy', from: '', to: '' });
        }}
      >
        <ChoiceInput
          {...form.field('kind')}
          label={labels.kind}
          choices={ABSENCE_KINDS.map((value) => ({ value, label: t(`specialists:absence.${value}`) }))}
        />
        <TextInput {...form.field('from')} type="date" label={labels.from} />
        <TextInput {...form.field('to')} type="date" label={labels.to} />
      </FormPanel>
      {card.absences.length > 0 && (
        <ul className={css.lines}>
          {card.absences.map((one) => (
            <li key={one.id}>
              <span>
                <span className="num">{dateRange(one.from, one.to)}</span>{' '}
                <span className="dim">{t(`specialists:absence.${one.kind}`)}</span>
              </span>
              <Button size="s" busy={drop.isPending} onClick={() => drop.mutate({ id: one.id })}>
                {t('specialists:screen.myExpert.drop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
