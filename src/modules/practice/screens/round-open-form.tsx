import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { POLICIES, RULES } from '../contract.ts';
import { schoolYearOf } from '../rules/days.ts';
import { api, type Choices, ROUNDS } from './round-api.ts';
import { type Limit, RoundLimits } from './round-limits-form.tsx';
import css from './rounds.module.css';

const today = () => new Date().toLocaleDateString('en-CA');
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA');
/** The moment a day ends where the reader is. */
const evening = (day: string) => new Date(`${day}T18:00`).toISOString();

const KINDS = ['access', 'district', 'distance'] as const;
type Kind = (typeof KINDS)[number];

/** Places that fit one of the chosen groups. */
function fitting({ offers }: Choices, programmes: ReadonlySet<string>) {
  return offers.filter((offer) => offer.programmes.some((code) => programmes.has(code)));
}

/** A new distribution: over which practices and places, under what rule, until when. */
export function OpenRound({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState(later(30));
  const [to, setTo] = useState(later(240));
  const [freezes, setFreezes] = useState(later(14));
  const [answerBy, setAnswerBy] = useState(later(28));
  const [rule, setRule] = useState<(typeof RULES)[number]>('student-optimal');
  const [policy, setPolicy] = useState<(typeof POLICIES)[number]>('stable');
  const [kinds, setKinds] = useState<Kind[]>(['access', 'distance']);
  const [bands, setBands] = useState('10, 30, 60');
  const [leftovers, setLeftovers] = useState(true);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [limits, setLimits] = useState<Limit[]>([]);
  const read = useRead(
    ['practice', 'round-choices'],
    api.roundChoices,
    { from, to },
    { enabled: from <= to },
  );
  const open = useChange(api.openRound, [ROUNDS]);
  const choices = read.data?.data ?? { plans: [], offers: [] };
  const plans = choices.plans.filter(({ id }) => !without.has(id));
  const offers = fitting(choices, new Set(plans.map(({ programme }) => programme)));
  const toggle = (id: string) => {
    const next = new Set(without);
    if (!next.delete(id)) next.add(id);
    setWithout(next);
  };
  const labels = {
    title: t('practice:round.screen.open.name'),
    planIds: t('practice:round.screen.open.choose'),
    offers: t('practice:round.screen.card.places'),
    freezesAt: t('practice:round.screen.open.freezes'),
  };
  const missing =
    title.trim() === ''
      ? t('practice:round.screen.open.noName')
      : plans.length === 0
        ? t('practice:round.screen.open.noPlans')
        : offers.length === 0
          ? t('practice:round.screen.open.noOffers')
          : undefined;
  const submit = () =>
    open.mutate(
      {
        title: title.trim(),
        schoolYear: schoolYearOf(from),
        rule,
        policy,
        leftovers,
        classes: KINDS.filter((kind) => kinds.includes(kind)).map((kind) =>
          kind === 'distance'
            ? {
                kind,
                bands: bands
                  .split(/\s*[,;]\s*/)
                  .map(Number)
                  .filter((km) => km > 0),
              }
            : { kind },
        ),
        caps: limits.flatMap((one) => (one.what === 'cap' ? [{ hostId: one.hostId, seats: one.seats }] : [])),
        quotas: limits.flatMap((one) =>
          one.what === 'quota'
            ? [
                {
                  kind: one.kind,
                  seats: one.seats,
                  ...(one.offerId ? { offerId: one.offerId } : { hostId: one.hostId }),
                  ...(one.college && { organisationId: one.college }),
                  ...(one.programme && { programme: one.programme }),
                },
              ]
            : [],
        ),
        opensAt: new Date().toISOString(),
        freezesAt: evening(freezes),
        answerBy: answerBy || null,
        planIds: plans.map(({ id }) => id),
        offers: offers.map(({ id, seats }) => ({ id, seats })),
      },
      { onSuccess: ({ data }) => void navigate({ to: `/rounds/${data.id}` }) },
    );
  return (
    <FormPanel
      title={t('practice:round.screen.open.title')}
      about={t('practice:round.screen.open.about')}
      submit={t('practice:round.screen.open.submit')}
      busy={open.isPending}
      {...(missing && { blocked: missing })}
      problems={open.isError ? problemsFromServer(open.error, t('web:form.notSaved')) : {}}
      labels={labels}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput name="title" label={labels.title} value={title} onChange={setTitle} />
      <TextInput
        name="from"
        type="date"
        label={t('practice:round.screen.open.from')}
        hint={t('practice:round.screen.open.period')}
        value={from}
        onChange={setFrom}
      />
      <TextInput
        name="to"
        type="date"
        label={t('practice:round.screen.open.to')}
        value={to}
        onChange={setTo}
      />
      <TextInput
        name="freezesAt"
        type="date"
        label={labels.freezesAt}
        value={freezes}
        onChange={(value) => setFreezes(value < today() ? today() : value)}
      />
      <TextInput
        name="answerBy"
        type="date"
        label={t('practice:round.screen.open.answerBy')}
        value={answerBy}
        onChange={setAnswerBy}
      />
      <ChoiceInput
        name="rule"
        label={t('practice:round.screen.open.rule')}
        hint={t(`practice:round.ruleAbout.${rule}`)}
        value={rule}
        onChange={(value) => setRule(RULES.find((one) => one === value) ?? 'student-optimal')}
        choices={RULES.map((one) => ({ value: one, label: t(`practice:round.rule.${one}`) }))}
      />
      <ChoiceInput
        name="policy"
        label={t('practice:round.screen.open.policy')}
        value={policy}
        onChange={(value) => setPolicy(POLICIES.find((one) => one === value) ?? 'stable')}
        choices={POLICIES.map((one) => ({ value: one, label: t(`practice:round.policy.${one}`) }))}
      />
      <fieldset className={css.wide}>
        <legend>{t('practice:round.screen.open.classes')}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className={css.check}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={() =>
                setKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])
              }
            />
            {t(`practice:round.screen.open.${kind}`)}
          </label>
        ))}
        {kinds.includes('distance') && (
          <TextInput
            name="classes"
            label={t('practice:round.screen.open.bands')}
            hint={t('practice:round.screen.open.bandsHint')}
            value={bands}
            onChange={setBands}
          />
        )}
      </fieldset>
      <label className={`${css.check} ${css.wide}`}>
        <input type="checkbox" checked={leftovers} onChange={() => setLeftovers(!leftovers)} />
        {t('practice:round.screen.open.leftovers')}
      </label>
      <RoundLimits choices={{ plans, offers }} value={limits} onChange={setLimits} />
      <fieldset className={css.wide}>
        <legend>{labels.planIds}</legend>
        {read.data && choices.plans.length === 0 && <p>{t('practice:round.screen.open.nothing')}</p>}
        <p className="dim">
          {t('practice:round.screen.open.chosen', {
            groups: plans.length,
            students: plans.reduce((sum, { students }) => sum + students, 0),
            places: offers.length,
            seats: offers.reduce((sum, { seats }) => sum + seats, 0),
          })}
        </p>
        <div className={css.choices}>
          {choices.plans.map((plan) => (
            <label key={plan.id} className={css.check}>
              <input type="checkbox" checked={!without.has(plan.id)} onChange={() => toggle(plan.id)} />
              {plan.college}, {plan.group}: {plan.students}
            </label>
          ))}
        </div>
      </fieldset>
    </FormPanel>
  );
}
