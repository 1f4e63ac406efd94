import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { voteResult } from '../rules/count-votes.ts';
import css from './bodies.module.css';
import { api, BODIES, type Meeting } from './bodies-api.ts';
import { emptyItem, ItemFields, itemInput, itemTexts, votesOf } from './item-fields.tsx';

/** Who came and what was decided, written as one sheet; results are counted while the numbers are typed. */
export function MeetingForm({ meeting }: { meeting: Meeting }) {
  const { t } = useTexts();
  const save = useChange(api.saveMeeting, [BODIES]);
  const form = useForm({
    initial: {
      number: meeting.number,
      heldOn: meeting.heldOn,
      place: meeting.place ?? '',
      present: meeting.members.filter((member) => member.present).map(({ id }) => id),
      items: meeting.items.map(itemTexts),
    },
    schema: contract.saveMeeting['~orpc'].inputSchema,
    input: ({ items, ...value }) => ({
      id: meeting.id,
      rev: meeting.rev,
      ...value,
      items: items.map(itemInput),
    }),
  });
  const { present, items } = form.value;
  const labels = {
    number: t('bodies:body.number'),
    heldOn: t('bodies:body.heldOn'),
    place: t('bodies:body.place'),
  };
  const toggle = (id: string, on: boolean) =>
    form.set('present', on ? [...present, id] : present.filter((one) => one !== id));
  return (
    <FormPanel
      title={t('bodies:meeting.agenda')}
      submit={t('bodies:meeting.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onSubmit={() => void form.submit(save.mutateAsync)}
      more={
        <Button icon="plus" onClick={() => form.set('items', [...items, emptyItem])}>
          {t('bodies:meeting.addItem')}
        </Button>
      }
    >
      <TextInput {...form.field('number')} label={labels.number} />
      <TextInput {...form.field('heldOn')} type="date" label={labels.heldOn} />
      <TextInput {...form.field('place')} label={labels.place} optional />
      <fieldset className={css.whole}>
        <legend>
          <b>{t('bodies:meeting.attendance')}</b>
        </legend>
        {meeting.members.map((member) => (
          <label key={member.id} className={css.check}>
            <input
              type="checkbox"
              checked={present.includes(member.id)}
              onChange={(event) => toggle(member.id, event.target.checked)}
            />
            {member.name}, {t(`bodies:post.${member.post}`)}
          </label>
        ))}
      </fieldset>
      {items.map((item, place) => (
        <ItemFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an item of the agenda is known by its place
          key={place}
          place={place}
          item={item}
          members={meeting.members}
          problems={form.problems}
          result={t(
            `bodies:result.${item.withdrawn ? 'withdrawn' : voteResult(votesOf(item), present.length)}`,
          )}
          onChange={(next) =>
            form.set(
              'items',
              items.map((one, i) => (i === place ? next : one)),
            )
          }
          onDrop={() =>
            form.set(
              'items',
              items.filter((_, i) => i !== place),
            )
          }
        />
      ))}
    </FormPanel>
  );
}
