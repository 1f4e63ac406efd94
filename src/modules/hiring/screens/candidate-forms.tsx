import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, CANDIDATES, type Candidate, inDays, kopecksOf, OFFERS } from './hiring-api.ts';

interface Props {
  row: Candidate;
  onClose: () => void;
}

export function InviteForm({ row, onClose }: Props) {
  const { t } = useTexts();
  const invite = useChange(api.invite, [CANDIDATES]);
  const form = useForm({
    initial: { words: '', meetOn: '', place: '' },
    schema: contract.invite['~orpc'].inputSchema,
    input: ({ words, meetOn, place }) => ({
      id: row.id,
      words,
      meetOn: meetOn || null,
      place: place || null,
    }),
  });
  const labels = {
    words: t('hiring:screen.invite.words'),
    meetOn: t('hiring:screen.invite.meetOn'),
    place: t('hiring:screen.invite.place'),
  };
  return (
    <FormPanel
      title={t('hiring:screen.invite.title', { name: row.name })}
      about={t('hiring:screen.invite.about')}
      submit={t('hiring:screen.invite.send')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(invite.mutateAsync)) onClose();
      }}
    >
      <AreaInput {...form.field('words')} label={labels.words} />
      <TextInput {...form.field('meetOn')} type="date" label={labels.meetOn} optional />
      <TextInput {...form.field('place')} label={labels.place} optional />
    </FormPanel>
  );
}

export function OfferForm({ row, onClose }: Props) {
  const { t } = useTexts();
  const make = useChange(api.makeOffer, [CANDIDATES, OFFERS]);
  const choices = useRead([...OFFERS, 'choices'], api.offerChoices, {});
  const form = useForm({
    initial: { post: '', needLineId: '', pay: '', startsOn: inDays(30), answerUntil: inDays(14), words: '' },
    schema: contract.makeOffer['~orpc'].inputSchema,
    input: ({ post, needLineId, pay, startsOn, answerUntil, words }) => ({
      candidateId: row.id,
      post,
      startsOn,
      answerUntil,
      needLineId: needLineId || null,
      pay: kopecksOf(pay),
      words: words || null,
    }),
  });
  const labels = {
    post: t('hiring:screen.offer.post'),
    needLineId: t('hiring:screen.offer.line'),
    pay: t('hiring:screen.offer.pay'),
    startsOn: t('hiring:screen.offer.startsOn'),
    answerUntil: t('hiring:screen.offer.answerUntil'),
    words: t('hiring:screen.offer.words'),
  };
  return (
    <FormPanel
      title={t('hiring:screen.offer.title', { name: row.name })}
      about={t('hiring:screen.offer.about')}
      submit={t('hiring:screen.offer.send')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(make.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('post')} label={labels.post} />
      <ChoiceInput
        {...form.field('needLineId')}
        label={labels.needLineId}
        hint={t('hiring:screen.offer.lineHint')}
        none={t('hiring:screen.offer.noLine')}
        choices={(choices.data?.data.lines ?? []).map((it) => ({
          value: it.id,
          label: t('hiring:screen.offer.lineOption', { title: it.title, year: it.year, people: it.count }),
        }))}
      />
      <TextInput {...form.field('pay')} inputMode="numeric" label={labels.pay} optional />
      <TextInput {...form.field('startsOn')} type="date" label={labels.startsOn} />
      <TextInput {...form.field('answerUntil')} type="date" label={labels.answerUntil} />
      <AreaInput {...form.field('words')} label={labels.words} optional />
    </FormPanel>
  );
}
