import { useState } from 'react';
import { apiOf, useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { Field } from '../../../web/widgets/field.tsx';
import { type Problems, problemsFromServer } from '../../../web/widgets/form.tsx';
import { contract } from '../contract.ts';
import css from './keys.module.css';
import { makeKey } from './make-key.ts';
import { permissionsByRoom } from './permission-words.ts';

const api = apiOf(contract);
const inMonths = (months: number) => {
  const day = new Date();
  day.setMonth(day.getMonth() + months);
  return day.toISOString().slice(0, 10);
};

function Permissions({
  all,
  chosen,
  choose,
}: {
  all: string[];
  chosen: string[];
  choose: (next: string[]) => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <fieldset className={css.permissions}>
      <legend>{t('identity:keys.permissions')}</legend>
      {permissionsByRoom(texts, all).map(({ room, title: roomTitle, permissions }) => (
        <section key={room} className={css.room} aria-label={roomTitle}>
          <h3>{roomTitle}</h3>
          {permissions.map(({ permission, title }) => (
            <label key={permission} title={permission}>
              <input
                type="checkbox"
                checked={chosen.includes(permission)}
                onChange={({ target }) =>
                  choose(
                    target.checked ? [...chosen, permission] : chosen.filter((one) => one !== permission),
                  )
                }
              />
              {title}
            </label>
          ))}
        </section>
      ))}
    </fieldset>
  );
}

/** Makes a key here, sends its hash, shows the key once. */
export function NewKey({ grantable }: { grantable: string[] }) {
  const { t } = useTexts();
  const [title, setTitle] = useState('');
  const [until, setUntil] = useState(() => inMonths(12));
  const [permissions, setPermissions] = useState<string[]>([]);
  const [problems, setProblems] = useState<Problems>({});
  const [made, setMade] = useState('');
  const create = useChange(api.createServiceAccount, [['identity', 'keys']]);
  const submit = async () => {
    setProblems(permissions.length === 0 ? { permissions: t('identity:keys.choose') } : {});
    if (permissions.length === 0) return;
    const { key, keyHash } = await makeKey();
    const expiresAt = new Date(`${until}T00:00:00Z`).toISOString();
    try {
      await create.mutateAsync({ title, keyHash, permissions, expiresAt });
      setMade(key);
      setTitle('');
    } catch (error) {
      setProblems(problemsFromServer(error, t('identity:noAnswer')));
    }
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!create.isPending) void submit();
      }}
    >
      {made && (
        <div role="status" className={css.made}>
          <p>{t('identity:keys.once')}</p>
          <code>{made}</code>
        </div>
      )}
      <Field label={t('identity:keys.name')} name="title" error={problems.title} required>
        {(field) => (
          <input {...field} maxLength={200} value={title} onChange={(e) => setTitle(e.target.value)} />
        )}
      </Field>
      <Field label={t('identity:keys.until')} name="expiresAt" error={problems.expiresAt} required>
        {(field) => <input {...field} type="date" value={until} onChange={(e) => setUntil(e.target.value)} />}
      </Field>
      <Permissions all={grantable} chosen={permissions} choose={setPermissions} />
      {(problems.permissions ?? problems['']) && <p role="alert">{problems.permissions ?? problems['']}</p>}
      <Button type="submit" kind="main" busy={create.isPending}>
        {t('identity:keys.create')}
      </Button>
    </form>
  );
}
