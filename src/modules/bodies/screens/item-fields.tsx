import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import type { Problems } from '../../../web/widgets/form.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import css from './bodies.module.css';
import type { Meeting } from './bodies-api.ts';

const emptyDecision = { text: '', ownerId: '', due: '' };
export const emptyItem = {
  title: '',
  speaker: '',
  minutes: '',
  for: '',
  against: '',
  abstain: '',
  withdrawn: false,
  decisions: [emptyDecision],
};
export type ItemText = typeof emptyItem;

export const itemTexts = (item: Meeting['items'][number]): ItemText => ({
  title: item.title,
  speaker: item.speaker ?? '',
  minutes: item.minutes ?? '',
  for: item.votes ? String(item.votes.for) : '',
  against: item.votes ? String(item.votes.against) : '',
  abstain: item.votes ? String(item.votes.abstain) : '',
  withdrawn: item.result === 'withdrawn',
  decisions: item.decisions.map(({ text, ownerId, due }) => ({
    text,
    ownerId: ownerId ?? '',
    due: due ?? '',
  })),
});

/** No number at all: there was no vote. An empty one beside others counts as none. */
export const votesOf = (item: ItemText) =>
  [item.for, item.against, item.abstain].every((words) => words.trim() === '')
    ? null
    : { for: Number(item.for), against: Number(item.against), abstain: Number(item.abstain) };

export const itemInput = (item: ItemText) => ({
  title: item.title,
  speaker: item.speaker,
  minutes: item.minutes,
  withdrawn: item.withdrawn,
  // what was typed before the item was taken off does not count
  votes: item.withdrawn ? null : votesOf(item),
  decisions: (item.withdrawn ? [] : item.decisions)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, ownerId, due }) => ({ text, ownerId: ownerId || null, due: due || null })),
});

interface Props {
  place: number;
  item: ItemText;
  members: Meeting['members'];
  problems: Problems;
  /** What the numbers come to, in words. */
  result: string;
  onChange: (item: ItemText) => void;
  onDrop: () => void;
}

export function ItemFields({ place, item, members, problems, result, onChange, onDrop }: Props) {
  const { t } = useTexts();
  const field = (name: 'title' | 'speaker' | 'minutes' | 'for' | 'against' | 'abstain') => ({
    name: `items.${place}.${name}`,
    value: item[name],
    onChange: (words: string) => onChange({ ...item, [name]: words }),
    error:
      problems[`items.${place}.${name}`] ?? (name === 'for' ? problems[`items.${place}.votes`] : undefined),
  });
  const setDecision = (at: number, next: Partial<typeof emptyDecision>) =>
    onChange({ ...item, decisions: item.decisions.map((one, i) => (i === at ? { ...one, ...next } : one)) });
  return (
    <fieldset className={css.item}>
      <legend>
        <b>{t('bodies:meeting.item', { n: place + 1 })}</b> <span className="dim">{result}</span>
      </legend>
      <TextInput {...field('title')} label={t('bodies:meeting.itemTitle')} />
      <TextInput {...field('speaker')} label={t('bodies:meeting.speaker')} optional />
      {!item.withdrawn &&
        (['for', 'against', 'abstain'] as const).map((name) => (
          <TextInput
            key={name}
            {...field(name)}
            inputMode="numeric"
            label={t(`bodies:meeting.${name}`)}
            optional
          />
        ))}
      <div className={css.whole}>
        <AreaInput {...field('minutes')} label={t('bodies:meeting.minutes')} optional />
      </div>
      {!item.withdrawn &&
        item.decisions.map((decision, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a decision of the form is known by its place
          <div key={at} className={css.item}>
            <TextInput
              name={`items.${place}.decisions.${at}.text`}
              label={t('bodies:meeting.decision')}
              value={decision.text}
              error={problems[`items.${place}.decisions.${at}.text`]}
              onChange={(text) => setDecision(at, { text })}
            />
            <ChoiceInput
              name={`items.${place}.decisions.${at}.ownerId`}
              label={t('bodies:meeting.owner')}
              none={t('bodies:meeting.nobody')}
              value={decision.ownerId}
              choices={members.map(({ personId, name }) => ({ value: personId, label: name }))}
              onChange={(ownerId) => setDecision(at, { ownerId })}
            />
            <TextInput
              name={`items.${place}.decisions.${at}.due`}
              type="date"
              label={t('bodies:meeting.due')}
              value={decision.due}
              error={problems[`items.${place}.decisions.${at}.due`]}
              onChange={(due) => setDecision(at, { due })}
            />
          </div>
        ))}
      <span className={css.acts}>
        {!item.withdrawn && (
          <Button
            size="s"
            icon="plus"
            onClick={() => onChange({ ...item, decisions: [...item.decisions, emptyDecision] })}
          >
            {t('bodies:meeting.addDecision')}
          </Button>
        )}
        <Button size="s" onClick={() => onChange({ ...item, withdrawn: !item.withdrawn })}>
          {t(item.withdrawn ? 'bodies:meeting.putBack' : 'bodies:meeting.withdraw')}
        </Button>
        <Button size="s" onClick={onDrop}>
          {t('bodies:meeting.dropItem')}
        </Button>
      </span>
    </fieldset>
  );
}
