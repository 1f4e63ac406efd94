import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import css from './hiring.module.css';
import { api, INTERESTS, OPENINGS, type Opening } from './hiring-api.ts';

const key = (code: string, competence: string) => `${code} ${competence}`;

/** Which competences an opening asks for; with none chosen those of its speciality hold. */
export function RequirementsForm({ opening, onClose }: { opening: Opening; onClose: () => void }) {
  const { t } = useTexts();
  const [code, setCode] = useState(opening.requirements[0]?.programmeCode ?? '');
  const [chosen, setChosen] = useState(
    () => new Map(opening.requirements.map((it) => [key(it.programmeCode, it.competence), it])),
  );
  const programmes = useRead(INTERESTS, api.listInterests, {});
  const read = useRead(
    ['hiring', 'competences'],
    api.listCompetences,
    { programmeCode: code },
    { enabled: code !== '' },
  );
  const save = useChange(api.saveRequirements, [OPENINGS, ['hiring', 'fitting']]);
  const toggle = (competence: string) =>
    setChosen((known) => {
      const next = new Map(known);
      if (!next.delete(key(code, competence)))
        next.set(key(code, competence), { programmeCode: code, competence, essential: true });
      return next;
    });
  return (
    <section className={`panel ${css.card}`} aria-labelledby="requirements">
      <h3 id="requirements">{t('hiring:screen.fitting.requirementsTitle')}</h3>
      <p className="dim">{t('hiring:screen.fitting.requirementsAbout')}</p>
      <ChoiceInput
        name="code"
        value={code}
        onChange={setCode}
        label={t('hiring:screen.interests.programme')}
        none={t('hiring:screen.interests.choose')}
        choices={(programmes.data?.data.programmes ?? []).map((it) => ({
          value: it.code,
          label: `${it.code} ${it.name}`,
        }))}
      />
      <ul className={css.columns}>
        {(read.data?.data.rows ?? []).map((it) => (
          <li key={it.competence}>
            <label className={css.check}>
              <input
                type="checkbox"
                checked={chosen.has(key(code, it.competence))}
                onChange={() => toggle(it.competence)}
              />
              <span>
                {it.competence}
                <small>{it.module}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {save.error && <p role="alert">{save.error.message}</p>}
      <div className={css.acts}>
        <Button
          kind="main"
          busy={save.isPending}
          onClick={() =>
            save.mutate({ opening: opening.opening, rows: [...chosen.values()] }, { onSuccess: onClose })
          }
        >
          {t('hiring:screen.fitting.saveRequirements', { count: chosen.size })}
        </Button>
        <Button onClick={onClose}>{t('web:close')}</Button>
      </div>
    </section>
  );
}
