import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { AreaInput } from '../../../web/widgets/inputs.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { aboutSetting, settingTitleKey, shownValue } from './setting-words.ts';
import css from './settings.module.css';
import { api, type Proposal, SETTINGS } from './settings-api.ts';

function Decision({ proposal }: { proposal: Proposal }) {
  const { t } = useTexts();
  const { person } = useSession();
  const decide = useChange(api.decideSetting, [SETTINGS]);
  const [reason, setReason] = useState<string | null>(null);
  const { id } = proposal;
  const mine = proposal.preparedBy === person?.id ? t('rules:proposal.mine') : undefined;
  const send = (decision: 'approved' | 'rejected') => decide.mutate({ id, decision, reason });
  return (
    <div className={css.decision}>
      {decide.isError && <p role="alert">{decide.error.message}</p>}
      {reason === null ? (
        <>
          <Button size="s" blocked={mine} busy={decide.isPending} onClick={() => send('approved')}>
            {t('rules:proposal.approve')}
          </Button>
          <Button size="s" kind="quiet" onClick={() => setReason('')}>
            {t('rules:proposal.reject')}
          </Button>
        </>
      ) : (
        <>
          <AreaInput
            label={t('rules:proposal.reason')}
            name={`reason-${id}`}
            rows={2}
            value={reason}
            onChange={setReason}
          />
          <Button size="s" kind="danger" busy={decide.isPending} onClick={() => send('rejected')}>
            {t('rules:proposal.rejectYes')}
          </Button>
          <Button size="s" onClick={() => setReason(null)}>
            {t('rules:proposal.back')}
          </Button>
        </>
      )}
    </div>
  );
}

/** Values prepared by one person that wait for another. */
export function Proposals({ rows, mayDecide }: { rows: readonly Proposal[]; mayDecide: boolean }) {
  const texts = useTexts();
  const { t, tId } = texts;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="proposals">
      <SectionHead id="proposals" title={t('rules:proposal.title')} note={t('rules:proposal.about')} />
      <ul className={css.proposals}>
        {rows.map((one) => (
          <li key={one.id}>
            <b>
              {t('rules:proposal.waits', {
                title: tId(settingTitleKey(one.key)),
                value: shownValue(texts, one.value, aboutSetting(one)),
                day: one.validFrom,
              })}
            </b>
            <span className="dim small">
              {t('rules:proposal.by', {
                role: tId(`registry:role.${one.role}`),
                at: one.at,
                source: one.source,
              })}
              {one.ground && ` ${t('rules:proposal.ground', { ground: one.ground })}`}
            </span>
            {mayDecide && <Decision proposal={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
