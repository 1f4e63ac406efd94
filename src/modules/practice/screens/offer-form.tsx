import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, LODGING, PLAN_KINDS, TRANSPORT } from '../contract.ts';
import css from './practice.module.css';
import { api, numberOf, OFFERS, type OfferCard, partsOf } from './practice-api.ts';
import { readMunicipalities } from './read-municipalities.ts';

const schema = contract.saveOffer['~orpc'].inputSchema;
const FLAGS = ['needsMedical', 'takesMinors', 'night', 'accessible', 'employs'] as const;
const WORDS = {
  needsMedical: 'practice:screen.offer.medical',
  takesMinors: 'practice:screen.offer.minors',
  night: 'practice:screen.offer.night',
  accessible: 'practice:screen.offer.accessible',
  employs: 'practice:screen.offer.employs',
} as const;

const startOf = (card: OfferCard | null) => ({
  title: card?.title ?? '',
  programmes: card?.programmes.join(', ') ?? '',
  kind: card?.kinds[0] ?? 'PP',
  from: card?.from ?? '',
  to: card?.to ?? '',
  capacity: String(card?.capacity ?? ''),
  minGroup: String(card?.minGroup ?? 1),
  municipalityId: card?.municipalityId ?? '',
  address: card?.address ?? '',
  hours: String(card ? card.minutesADay / 60 : 6).replace('.', ','),
  daysAWeek: String(card?.daysAWeek ?? 5),
  works: card?.works ?? '',
  hazards: card?.hazards ?? [],
  lodging: card?.lodging ?? 'none',
  transport: card?.transport ?? 'none',
  pay: String((card?.pay ?? 0) / 100),
  needsMedical: card?.needsMedical ?? false,
  takesMinors: card?.takesMinors ?? true,
  night: card?.night ?? false,
  accessible: card?.accessible ?? false,
  employs: card?.employs ?? false,
});

function Form({
  card,
  hazardList,
  onClose,
}: {
  card: OfferCard | null;
  hazardList: OfferCard['hazardList'];
  onClose: () => void;
}) {
  const { t } = useTexts();
  const places = useRead(['registry', 'municipalities'], readMunicipalities, {});
  const save = useChange(api.saveOffer, [OFFERS]);
  const withdraw = useChange(api.withdrawOffer, [OFFERS]);
  const form = useForm({
    initial: startOf(card),
    schema,
    input: ({ kind, programmes, capacity, minGroup, hours, daysAWeek, pay, municipalityId, ...rest }) => ({
      ...(card && { id: card.id, rev: card.rev, keptFor: card.keptFor, competences: card.competences }),
      ...rest,
      programmes: partsOf(programmes),
      kinds: [kind],
      capacity: numberOf(capacity),
      minGroup: numberOf(minGroup),
      municipalityId: municipalityId || null,
      minutesADay: Math.round((numberOf(hours) ?? 0) * 60),
      daysAWeek: numberOf(daysAWeek),
      pay: Math.round((numberOf(pay) ?? 0) * 100),
    }),
  });
  const labels = {
    title: t('practice:screen.offer.title'),
    programmes: t('practice:screen.offer.programmes'),
    kinds: t('practice:screen.offer.kinds'),
    from: t('practice:screen.offer.from'),
    to: t('practice:screen.offer.to'),
    capacity: t('practice:screen.offer.capacity'),
    minGroup: t('practice:screen.offer.minGroup'),
    municipalityId: t('practice:screen.offer.municipality'),
    address: t('practice:screen.offer.address'),
    minutesADay: t('practice:screen.offer.hours'),
    daysAWeek: t('practice:screen.offer.daysAWeek'),
    works: t('practice:screen.offer.works'),
    lodging: t('practice:screen.offer.lodging'),
    transport: t('practice:screen.offer.transport'),
    pay: t('practice:screen.offer.pay'),
  };
  const hazard = (code: string, on: boolean) =>
    form.set(
      'hazards',
      on ? [...form.value.hazards, code] : form.value.hazards.filter((one) => one !== code),
    );
  return (
    <FormPanel
      title={t(card ? 'practice:screen.offer.titleEdit' : 'practice:screen.offer.titleNew')}
      submit={t(card ? 'practice:screen.offer.saveChange' : 'practice:screen.offer.save')}
      busy={form.busy}
      problems={{ ...form.problems, ...(withdraw.error && { '': withdraw.error.message }) }}
      labels={labels}
      onClose={onClose}
      more={
        card &&
        card.taken === 0 && (
          <Button
            kind="danger"
            busy={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(
                { id: card.id, reason: t('practice:screen.offer.withdraw') },
                { onSuccess: onClose },
              )
            }
          >
            {t('practice:screen.offer.withdraw')}
          </Button>
        )
      }
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('title')} label={labels.title} hint={t('practice:screen.offer.titleHint')} />
      <TextInput
        {...form.field('programmes')}
        label={labels.programmes}
        hint={t('practice:screen.offer.programmesHint')}
        error={form.problems.programmes ?? form.problems['programmes.0']}
      />
      <ChoiceInput
        {...form.field('kind')}
        name="kinds"
        label={labels.kinds}
        choices={PLAN_KINDS.map((value) => ({ value, label: t(`practice:kind.${value}`) }))}
      />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('to')} type="date" label={labels.to} />
      <TextInput {...form.field('capacity')} inputMode="numeric" label={labels.capacity} />
      <TextInput {...form.field('minGroup')} inputMode="numeric" label={labels.minGroup} />
      <ChoiceInput
        {...form.field('municipalityId')}
        label={labels.municipalityId}
        none={t('practice:screen.offer.ownMunicipality')}
        choices={(places.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput {...form.field('address')} label={labels.address} />
      <TextInput
        {...form.field('hours')}
        name="minutesADay"
        inputMode="decimal"
        label={labels.minutesADay}
        error={form.problems.minutesADay}
      />
      <TextInput {...form.field('daysAWeek')} inputMode="numeric" label={labels.daysAWeek} />
      <ChoiceInput
        {...form.field('lodging')}
        label={labels.lodging}
        choices={LODGING.map((value) => ({ value, label: t(`practice:lodging.${value}`) }))}
      />
      <ChoiceInput
        {...form.field('transport')}
        label={labels.transport}
        choices={TRANSPORT.map((value) => ({ value, label: t(`practice:transport.${value}`) }))}
      />
      <TextInput
        {...form.field('pay')}
        inputMode="decimal"
        label={labels.pay}
        hint={t('practice:screen.offer.payHint')}
      />
      <div className={css.wide}>
        <AreaInput {...form.field('works')} label={labels.works} optional />
      </div>
      <div>
        {FLAGS.map((name) => (
          <label key={name} className={css.check}>
            <input
              type="checkbox"
              checked={form.value[name]}
              onChange={(event) => form.set(name, event.target.checked)}
            />
            {t(WORDS[name])}
          </label>
        ))}
      </div>
      <fieldset>
        <legend>{t('practice:screen.offer.hazards')}</legend>
        {hazardList.map(({ code, title }) => (
          <label key={code} className={css.check}>
            <input
              type="checkbox"
              checked={form.value.hazards.includes(code)}
              onChange={(event) => hazard(code, event.target.checked)}
            />
            {title}
          </label>
        ))}
      </fieldset>
    </FormPanel>
  );
}

/** A new offer, or a change of one. */
export function OfferForm({ id, onClose }: { id: string | null; onClose: () => void }) {
  const read = useRead([...OFFERS, 'card'], api.getOffer, { id: id ?? '' }, { enabled: id !== null });
  const list = useRead([...OFFERS, 'hazards'], api.listHazards, {}, { enabled: id === null });
  if (id !== null)
    return read.data ? (
      <Form card={read.data.data} hazardList={read.data.data.hazardList} onClose={onClose} />
    ) : null;
  return list.data ? <Form card={null} hazardList={list.data.data.rows} onClose={onClose} /> : null;
}
