import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, STAFFINGS, type StaffedSeat } from './staffing-api.ts';

/** One of the two substitutes takes the seat, or nobody: what it changes is written beside each. */
export function SeatForm({ seat, onClose }: { seat: StaffedSeat; onClose: () => void }) {
  const { t, num } = useTexts();
  const choose = useChange(api.chooseSeat, [STAFFINGS]);
  const form = useForm({
    initial: { personId: seat.person?.id ?? '' },
    schema: contract.chooseSeat['~orpc'].inputSchema,
    input: ({ personId }) => ({ id: seat.id, personId: personId || null }),
  });
  const people = [...(seat.person ? [{ ...seat.person, price: 0 }] : []), ...seat.substitutes];
  return (
    <FormPanel
      title={t(`exams:staffing.role.${seat.role}`)}
      submit={t('exams:staffing.screen.change')}
      busy={form.busy}
      problems={form.problems}
      labels={{ personId: t('exams:staffing.screen.experts') }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(choose.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('personId')}
        label={t('exams:staffing.screen.experts')}
        none={t('exams:staffing.screen.none')}
        choices={people.map(({ id, name, organisation, price }) => ({
          value: id,
          label: `${name}${organisation ? `, ${organisation}` : ''}${price ? ` (${price > 0 ? '+' : ''}${num(price)})` : ''}`,
        }))}
      />
    </FormPanel>
  );
}
