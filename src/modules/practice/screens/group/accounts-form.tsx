import { useState } from 'react';
import { apiOf, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { contract as registry } from '../../../registry/contract.ts';
import css from '../practice.module.css';
import { api } from '../practice-api.ts';
import { useInTurn } from './in-turn.ts';
import { Said } from './said.tsx';

const people = apiOf({ invite: registry.invite });
const SIGN_INS = ['practice', 'sign-ins'] as const;

/** Gives students of a group the way into the portal: each gets a letter with a one-time link. */
export function AccountsForm({ planId, onClose }: { planId: string; onClose: () => void }) {
  const { t } = useTexts();
  const read = useRead(SIGN_INS, api.groupSignIns, { id: planId });
  const { run, busy, said } = useInTurn(people.invite, [SIGN_INS]);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const label = t('practice:group.accounts.email');
  const rows = read.data?.data.rows ?? [];
  const tasks = rows.flatMap(({ assignmentId, name }) => {
    const email = typed[assignmentId]?.trim();
    return email ? [{ name, input: { assignmentId, email } }] : [];
  });
  return (
    <FormPanel
      title={t('practice:group.accounts.title')}
      about={t('practice:group.accounts.about')}
      submit={t('practice:group.accounts.save', { count: tasks.length })}
      busy={busy}
      blocked={tasks.length === 0 ? t('practice:group.fillSome') : undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (await run(tasks)) onClose();
      }}
    >
      <ul className={`${css.wide} ${css.people}`}>
        {rows.map(({ assignmentId, name, email }) => (
          <li key={assignmentId} className={css.grade}>
            <span>{name}</span>
            <input
              type="email"
              aria-label={`${label}, ${name}`}
              placeholder={email ?? ''}
              value={typed[assignmentId] ?? ''}
              onChange={(event) => setTyped((known) => ({ ...known, [assignmentId]: event.target.value }))}
            />
          </li>
        ))}
      </ul>
      {read.error && <p role="alert">{read.error.message}</p>}
      <Said said={said} />
    </FormPanel>
  );
}
