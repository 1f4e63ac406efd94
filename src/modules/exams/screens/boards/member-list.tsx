import { useDeferredValue, useState } from 'react';
import { useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { TextInput } from '../../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { api } from '../exams-api.ts';
import room from '../rooms.module.css';
import type { Board } from '../rooms-api.ts';

export type Member = Pick<Board['members'][number], 'personId' | 'name' | 'post'>;
const POSTS = ['chair', 'deputy', 'secretary', 'member'] as const;

interface Props {
  members: Member[];
  onChange: (members: Member[]) => void;
  error?: string | undefined;
}

/** Those who are in it with their posts, and a search by surname for the next. */
export function MemberList({ members, onChange, error }: Props) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const read = useRead(['exams', 'staff'], api.listStaff, { search }, { enabled: search.length > 1 });
  const found = (search.length > 1 ? (read.data?.data.rows ?? []) : []).filter(
    ({ id }) => !members.some(({ personId }) => personId === id),
  );
  const take = (personId: string, name: string) => {
    const post = members.some((one) => one.post === 'chair') ? 'member' : 'chair';
    onChange([...members, { personId, name, post }]);
    setWords('');
  };
  return (
    <fieldset className={room.whole}>
      <legend>{t('exams:rooms.boards.members')}</legend>
      {error && (
        <p>
          <StateMark state="blocks">{error}</StateMark>
        </p>
      )}
      <ul className={css.list}>
        {members.map((one) => (
          <li key={one.personId}>
            <span>{one.name}</span>
            <span className={room.row}>
              <select
                aria-label={t('exams:rooms.boards.postOf', { name: one.name })}
                value={one.post}
                onChange={(event) =>
                  onChange(
                    members.map((each) =>
                      each.personId === one.personId
                        ? { ...each, post: event.target.value as Member['post'] }
                        : each,
                    ),
                  )
                }
              >
                {POSTS.map((post) => (
                  <option key={post} value={post}>
                    {t(`exams:rooms.boards.post.${post}`)}
                  </option>
                ))}
              </select>
              <Button
                size="s"
                onClick={() => onChange(members.filter(({ personId }) => personId !== one.personId))}
              >
                {t('exams:rooms.boards.drop')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <TextInput
        type="search"
        name="find"
        label={t('exams:rooms.boards.find')}
        hint={t('exams:rooms.boards.findHint')}
        value={words}
        onChange={setWords}
      />
      {search.length > 1 && read.isSuccess && found.length === 0 && (
        <p className="dim">{t('exams:rooms.boards.nobody')}</p>
      )}
      <ul className={css.list}>
        {found.map(({ id, name, organisation, colleague }) => (
          <li key={id}>
            <span className={css.stack}>
              {name}
              <small className="dim">
                {[organisation, colleague ? t('exams:rooms.boards.colleague') : null]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </span>
            <Button size="s" icon="plus" onClick={() => take(id, name)}>
              {t('exams:rooms.boards.take')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
