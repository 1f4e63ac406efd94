import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, LEGAL_BASES, PAY_FORMS } from '../contract.ts';
import { api, MENTORS, type MentorCard, todayHere } from './specialists-api.ts';

const schema = contract.appointMentor['~orpc'].inputSchema;

/** The order on a mentor: consent, basis, content, pay, how many trainees, days. */
export function AppointForm({ card, onClose }: { card: MentorCard; onClose: () => void }) {
  const { t } = useTexts();
  const appoint = useChange(api.appointMentor, [MENTORS]);
  const today = todayHere();
  const form = useForm({
    initial: {
      orderNumber: '',
      orderOn: today,
      consentOn: '',
      legalBasis: 'practice',
      content: '',
      payForm: 'none',
      payValue: '',
      capacity: String(card.limit),
      from: today,
      to: '',
    },
    schema,
    // both roubles and percents are kept in hundredths
    input: ({ consentOn, payValue, capacity, to, ...rest }) => ({
      mentorId: card.id,
      ...rest,
      consentOn: consentOn || null,
      payValue: payValue.trim() === '' ? null : Math.round(Number(payValue.replace(',', '.')) * 100),
      capacity: Number(capacity),
      to: to || null,
    }),
  });
  const words = t;
  const labels = {
    orderNumber: words('specialists:screen.appoint.orderNumber'),
    orderOn: words('specialists:screen.appoint.orderOn'),
    consentOn: words('specialists:screen.appoint.consentOn'),
    legalBasis: words('specialists:screen.appoint.legalBasis'),
    content: words('specialists:screen.appoint.content'),
    payForm: words('specialists:screen.appoint.payForm'),
    payValue: words(
      form.value.payForm === 'percent'
        ? 'specialists:screen.appoint.percentValue'
        : 'specialists:screen.appoint.payValue',
    ),
    capacity: words('specialists:screen.appoint.capacity'),
    from: words('specialists:screen.appoint.from'),
    to: words('specialists:screen.appoint.to'),
  };
  return (
    <FormPanel
      title={t('specialists:screen.appoint.title')}
      about={t('specialists:screen.appoint.about')}
      submit={t('specialists:screen.appoint.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(appoint.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('consentOn')} type="date" label={labels.consentOn} />
      <TextInput {...form.field('orderNumber')} label={labels.orderNumber} />
      <TextInput {...form.field('orderOn')} type="date" label={labels.orderOn} />
      <ChoiceInput
        {...form.field('legalBasis')}
        label={labels.legalBasis}
        choices={LEGAL_BASES.map((value) => ({ value, label: t(`specialists:basis.${value}`) }))}
      />
      <ChoiceInput
        {...form.field('payForm')}
        label={labels.payForm}
        choices={PAY_FORMS.map((value) => ({ value, label: t(`specialists:pay.${value}`) }))}
      />
      {form.value.payForm !== 'none' && (
        <TextInput {...form.field('payValue')} inputMode="decimal" label={labels.payValue} />
      )}
      <TextInput
        {...form.field('capacity')}
        inputMode="numeric"
        label={labels.capacity}
        hint={t('specialists:screen.appoint.capacityHint', { limit: card.limit })}
      />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput
        {...form.field('to')}
        type="date"
        label={labels.to}
        optional={form.value.legalBasis !== 'employment'}
      />
      <AreaInput {...form.field('content')} label={labels.content} />
    </FormPanel>
  );
}
