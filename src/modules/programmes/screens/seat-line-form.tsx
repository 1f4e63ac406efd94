import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, FUNDINGS } from '../contract.ts';
import { ADMISSION, api, hundredths, numberOf, PROGRAMMES, type SeatLine } from './programmes-api.ts';

interface Props {
  line: SeatLine | null;
  year: number;
  onClose: () => void;
}

const schema = contract.saveSeatLine['~orpc'].inputSchema;
const shown = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

/** Seats of a programme and year, and the admission when it is over. */
export function SeatLineForm({ line, year, onClose }: Props) {
  const { t } = useTexts();
  const programmes = useRead(PROGRAMMES, api.listProgrammes, {});
  const save = useChange(api.saveSeatLine, [ADMISSION, PROGRAMMES]);
  const form = useForm({
    initial: {
      programmeId: line?.programmeId ?? '',
      intakeYear: String(year),
      funding: line?.funding ?? 'quota',
      seats: shown(line?.seats),
      applied: shown(line?.applied),
      enrolled: shown(line?.enrolled),
      averageMark: line?.averageMark ? shown(line.averageMark / 100).replace('.', ',') : '',
    },
    schema,
    input: ({ programmeId, funding, intakeYear, seats, applied, enrolled, averageMark }) => ({
      programmeId,
      funding,
      intakeYear: numberOf(intakeYear),
      seats: numberOf(seats),
      applied: numberOf(applied),
      enrolled: numberOf(enrolled),
      averageMark: hundredths(averageMark),
      ...(line && { id: line.id, rev: line.rev }),
    }),
  });
  const labels = {
    programmeId: t('programmes:screen.admission.programme'),
    intakeYear: t('programmes:screen.admission.year'),
    funding: t('programmes:screen.admission.funding'),
    seats: t('programmes:screen.admission.seats'),
    applied: t('programmes:screen.admission.applied'),
    enrolled: t('programmes:screen.admission.enrolled'),
    averageMark: t('programmes:screen.admission.mark'),
  };
  return (
    <FormPanel
      title={line ? `${line.code} ${line.name}, ${year}` : t('programmes:screen.admission.add')}
      submit={t('programmes:screen.admission.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      {!line && (
        <>
          <ChoiceInput
            {...form.field('programmeId')}
            label={labels.programmeId}
            none={t('programmes:screen.load.choose')}
            choices={(programmes.data?.data.rows ?? []).map((row) => ({
              value: row.id,
              label: `${row.code} ${row.name}, ${t('programmes:screen.base', { base: row.base })}`,
            }))}
          />
          <TextInput {...form.field('intakeYear')} label={labels.intakeYear} inputMode="numeric" />
          <ChoiceInput
            {...form.field('funding')}
            label={labels.funding}
            choices={FUNDINGS.map((value) => ({ value, label: t(`programmes:screen.funding.${value}`) }))}
          />
        </>
      )}
      <TextInput {...form.field('seats')} label={labels.seats} inputMode="numeric" />
      <TextInput {...form.field('applied')} label={labels.applied} inputMode="numeric" optional />
      <TextInput {...form.field('enrolled')} label={labels.enrolled} inputMode="numeric" optional />
      <TextInput
        {...form.field('averageMark')}
        label={labels.averageMark}
        hint={t('programmes:screen.admission.markHint')}
        inputMode="decimal"
        optional
      />
    </FormPanel>
  );
}
