import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { WAYS } from '../contract.ts';
import css from './practice.module.css';
import { api, BOARD, type Board, OFFERS, PLANS } from './practice-api.ts';

type Judged = Awaited<ReturnType<typeof api.previewPlacing>>['data']['students'][number];

/** One student with what the rules say: the reason at once, or the hours of their age. */
function Candidate({
  one,
  on,
  toggle,
  texts,
}: {
  one: Judged;
  on: boolean;
  toggle: () => void;
  texts: Texts;
}) {
  const { t, tId } = texts;
  const [first] = one.refusals;
  return (
    <li>
      <label className={css.check}>
        <input type="checkbox" checked={on && !first} disabled={Boolean(first)} onChange={toggle} />
        {one.name}
      </label>
      {first ? (
        <small>
          <StateMark state="blocks">{tId(first.key, first.params)}</StateMark>
        </small>
      ) : (
        <small>
          {one.timetable
            .map(({ from, minutes }) => t('practice:screen.placing.hours', { from, hours: minutes / 60 }))
            .join(', ')}
        </small>
      )}
    </li>
  );
}

/** A place for the whole group or for some: the rules are judged before anything is taken. */
export function PlacingForm({ board, onClose }: { board: Board; onClose: () => void }) {
  const texts = useTexts();
  const { t, tId } = texts;
  const { plan } = board;
  const [chosen, setChosen] = useState<Set<string>>(
    () => new Set(board.rows.filter((row) => !row.placementId).map((row) => row.studentId)),
  );
  const place = useChange(api.placeStudents, [BOARD, PLANS, OFFERS]);
  const offers = useRead(OFFERS, api.listOffers, {
    programme: plan.programmeCode,
    from: plan.from,
    to: plan.to,
    free: true,
  });
  const form = useForm({
    initial: { offerId: '', from: plan.from, to: plan.to, way: 'group', contractNumber: '' },
    schema: undefined,
    input: (value) => value,
  });
  const { offerId, from, to } = form.value;
  const asked = { planId: plan.id, offerId, from, to };
  const preview = useRead([...BOARD, 'placing'], api.previewPlacing, asked, {
    enabled: offerId !== '' && from <= to,
  });
  const known = preview.data?.data;
  const candidates = (known?.students ?? []).filter((one) =>
    board.rows.some((row) => row.studentId === one.studentId && !row.placementId),
  );
  const fit = candidates.filter((one) => one.refusals.length === 0 && chosen.has(one.studentId));
  const rows = offers.data?.data.rows ?? [];
  const labels = {
    offerId: t('practice:screen.placing.offer'),
    from: t('practice:screen.placing.from'),
    to: t('practice:screen.placing.to'),
    way: t('practice:screen.placing.way'),
    contractNumber: t('practice:screen.placing.contract'),
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const blockedBy =
    fit.length === 0
      ? t('practice:screen.placing.chooseSome')
      : known && fit.length > known.free
        ? t('practice:screen.placing.tooMany')
        : undefined;
  return (
    <FormPanel
      title={t('practice:screen.placing.title')}
      about={
        rows.length === 0 && !offers.isPending
          ? t('practice:screen.placing.noOffers')
          : t('practice:screen.placing.about')
      }
      submit={t('practice:screen.placing.save', { count: fit.length })}
      blocked={blockedBy}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        const { way, contractNumber } = form.value;
        const studentIds = fit.map(({ studentId }) => studentId);
        const send = () =>
          place.mutateAsync({
            ...asked,
            studentIds,
            way: way as (typeof WAYS)[number],
            contractNumber: contractNumber || null,
          });
        if (await form.submit(send)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('offerId')}
        label={labels.offerId}
        none={t('practice:screen.placing.chooseOffer')}
        choices={rows.map((row) => ({
          value: row.id,
          label: t('practice:screen.placing.option', {
            title: row.title,
            organisation: row.organisation,
            free: row.capacity - row.taken,
          }),
        }))}
      />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('to')} type="date" label={labels.to} />
      <ChoiceInput
        {...form.field('way')}
        label={labels.way}
        choices={WAYS.map((value) => ({ value, label: t(`practice:way.${value}`) }))}
      />
      <TextInput
        {...form.field('contractNumber')}
        label={labels.contractNumber}
        hint={t('practice:screen.placing.contractHint')}
        optional
      />
      {known && (
        <div className={css.wide}>
          <p>{t('practice:screen.placing.free', { free: known.free, chosen: fit.length })}</p>
          <p>
            {known.agreement ? (
              <StateMark state="done">
                {t('practice:screen.placing.agreement', { number: known.agreement.number })}
              </StateMark>
            ) : (
              <StateMark state="remind">{t('practice:screen.placing.noAgreement')}</StateMark>
            )}
          </p>
          {known.refusals.map((one) => (
            <p key={one.key}>
              <StateMark state="blocks">{tId(one.key, one.params)}</StateMark>
            </p>
          ))}
          <ul className={css.people}>
            {candidates.map((one) => (
              <Candidate
                key={one.studentId}
                one={one}
                on={chosen.has(one.studentId)}
                toggle={() => toggle(one.studentId)}
                texts={texts}
              />
            ))}
          </ul>
        </div>
      )}
    </FormPanel>
  );
}
