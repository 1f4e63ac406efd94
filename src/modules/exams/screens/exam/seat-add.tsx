import { useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput } from '../../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { api, type Exam, SESSION, SESSIONS } from '../exams-api.ts';

const ROLES = ['chief', 'line', 'technical', 'witness'] as const;
type Role = (typeof ROLES)[number];
const MANY = 6;

/** Which seat is empty: what is asked for first. */
const wanted = (exam: Exam): Role => {
  const has = (role: Role) =>
    exam.seats.filter((one) => one.role === role && ['invited', 'confirmed'].includes(one.state)).length;
  return ROLES.find((role) => has(role) < (role === 'line' ? exam.required : 1)) ?? 'line';
};

/** Seats one person: who can is offered, who cannot is named with the reason. */
export function SeatAdd({ exam }: { exam: Exam }) {
  const { t, tId } = useTexts();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<Role>('line');
  const [personId, setPersonId] = useState('');
  const [all, setAll] = useState(false);
  const read = useRead([...SESSION, 'seatable'], api.listSeatable, { id: exam.id, role }, { enabled: open });
  const save = useChange(api.saveSeats, [SESSION, SESSIONS]);
  if (!open)
    return (
      <div className={css.acts}>
        <Button
          icon="plus"
          onClick={() => {
            setRole(wanted(exam));
            setOpen(true);
          }}
        >
          {t('exams:screen.seat.add')}
        </Button>
      </div>
    );
  const rows = read.data?.data.rows ?? [];
  const able = rows.filter(({ why }) => !why);
  // who sits here already stands in the list above
  const barred = rows.filter(({ why }) => why?.rule);
  return (
    <FormPanel
      title={t('exams:screen.seat.add')}
      submit={t('exams:screen.seat.invite')}
      busy={save.isPending}
      {...(personId ? {} : { blocked: t('exams:screen.seat.choose') })}
      problems={save.error ? { personId: save.error.message } : {}}
      labels={{ personId: t('exams:screen.seat.who') }}
      onClose={() => setOpen(false)}
      onSubmit={() =>
        save.mutate(
          { id: exam.id, seats: [{ personId, role }] },
          {
            onSuccess: () => {
              setPersonId('');
              setOpen(false);
            },
          },
        )
      }
    >
      <ChoiceInput
        name="role"
        label={t('exams:screen.seat.role')}
        value={role}
        choices={ROLES.map((value) => ({ value, label: t(`exams:seat.${value}`) }))}
        onChange={(value) => {
          setRole(value as Role);
          setPersonId('');
        }}
      />
      <ChoiceInput
        name="personId"
        label={t('exams:screen.seat.who')}
        hint={read.data && able.length === 0 ? t('exams:screen.seat.nobody') : undefined}
        none={t('exams:screen.plan.choose')}
        value={personId}
        choices={able.map(({ personId: value, name, organisation }) => ({
          value,
          label: organisation ? `${name}, ${organisation}` : name,
        }))}
        onChange={setPersonId}
      />
      {barred.length > 0 && (
        <section className={css.whole} aria-label={t('exams:screen.seat.barred')}>
          <h3 className={css.barred}>{t('exams:screen.seat.barred')}</h3>
          <ul className={css.list}>
            {(all ? barred : barred.slice(0, MANY)).map((one) => (
              <li key={one.personId}>
                <span className={css.stack}>
                  {one.name}
                  <StateMark state="blocks">{one.why ? tId(one.why.key, one.why.params) : ''}</StateMark>
                </span>
                {one.why?.rule && <span className="dim">{one.why.rule}</span>}
              </li>
            ))}
          </ul>
          {barred.length > MANY && !all && (
            <Button kind="quiet" onClick={() => setAll(true)}>
              {t('exams:screen.seat.showAll', { number: barred.length })}
            </Button>
          )}
        </section>
      )}
    </FormPanel>
  );
}
