import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, POSTS } from '../contract.ts';
import { api, BODIES, todayHere } from './bodies-api.ts';

interface Props {
  bodyId: string;
  onClose: () => void;
}

/** A person found by surname becomes a member from a day on. */
export function MemberForm({ bodyId, onClose }: Props) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words);
  const add = useChange(api.addMember, [BODIES]);
  const people = useRead([...BODIES, 'people'], api.listPeople, { search }, { enabled: search.length > 1 });
  const rows = search.length > 1 ? (people.data?.data.rows ?? []) : [];
  const form = useForm({
    initial: { personId: '', post: 'member', from: todayHere() },
    schema: contract.addMember['~orpc'].inputSchema,
    input: (value) => ({
      bodyId,
      ...value,
      organisationId: rows.find(({ id }) => id === value.personId)?.organisationId ?? null,
    }),
  });
  const labels = {
    personId: t('bodies:body.person'),
    post: t('bodies:body.post'),
    from: t('bodies:body.from'),
  };
  return (
    <FormPanel
      title={t('bodies:body.addMember')}
      submit={t('bodies:body.memberSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(add.mutateAsync)) onClose();
      }}
    >
      <TextInput
        type="search"
        name="search"
        label={t('bodies:body.find')}
        value={words}
        onChange={setWords}
      />
      <ChoiceInput
        {...form.field('personId')}
        label={labels.personId}
        none={t('bodies:body.choose')}
        choices={rows.map(({ id, name, organisation }) => ({
          value: id,
          label: [name, organisation].filter(Boolean).join(', '),
        }))}
      />
      <ChoiceInput
        {...form.field('post')}
        label={labels.post}
        choices={POSTS.map((value) => ({ value, label: t(`bodies:post.${value}`) }))}
      />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
    </FormPanel>
  );
}

/** Number, day and agenda; the members are told. */
export function PlanForm({ bodyId, onClose }: Props) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const plan = useChange(api.planMeeting, [BODIES]);
  const form = useForm({
    initial: { number: '', heldOn: todayHere(), place: '', items: '' },
    schema: contract.planMeeting['~orpc'].inputSchema,
    input: ({ items, ...value }) => ({
      bodyId,
      ...value,
      items: items
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }),
  });
  const labels = {
    number: t('bodies:body.number'),
    heldOn: t('bodies:body.heldOn'),
    place: t('bodies:body.place'),
    items: t('bodies:body.agenda'),
  };
  return (
    <FormPanel
      title={t('bodies:body.plan')}
      submit={t('bodies:body.planSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        void form.submit(async (input: Parameters<typeof api.planMeeting>[0]) => {
          const made = await plan.mutateAsync(input);
          await navigate({ to: `/meetings/${made.data.id}` });
        })
      }
    >
      <TextInput {...form.field('number')} label={labels.number} />
      <TextInput {...form.field('heldOn')} type="date" label={labels.heldOn} />
      <TextInput {...form.field('place')} label={labels.place} optional />
      <AreaInput {...form.field('items')} rows={5} label={labels.items} />
    </FormPanel>
  );
}

/** By what a decision was carried out. */
export function DoneForm({
  decisionId,
  text,
  onClose,
}: {
  decisionId: string;
  text: string;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const done = useChange(api.doneDecision, [BODIES, ['tasks']]);
  const form = useForm({
    initial: { note: '' },
    schema: contract.doneDecision['~orpc'].inputSchema,
    input: (value) => ({ id: decisionId, ...value }),
  });
  const label = t('bodies:body.doneNote');
  return (
    <FormPanel
      title={text}
      submit={t('bodies:body.doneSave')}
      busy={form.busy}
      problems={form.problems}
      labels={{ note: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(done.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('note')} label={label} />
    </FormPanel>
  );
}
