import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { SESSION, SESSIONS, api as sessions } from './exams-api.ts';
import css from './staffing.module.css';
import { api, type Repair, STAFFINGS } from './staffing-api.ts';

/** What would change, person by person, with the exams each leaves and comes to. */
function Moves({ repair }: { repair: Repair }) {
  const { t } = useTexts();
  const place = ({ name, organisation }: Repair['moves'][number]['person']) =>
    organisation ? `${name} (${organisation})` : name;
  return (
    <ul className={css.lines}>
      {repair.moves.map(({ kind, person, from, to }) => (
        <li key={`${person.id} ${to.sessionId}`}>
          <StateMark state={kind === 'called' ? 'waiting' : 'remind'}>
            {kind === 'moved' && from
              ? t('exams:staffing.repair.moved', {
                  who: place(person),
                  from: from.session,
                  fromDay: from.day,
                  to: to.session,
                  toDay: to.day,
                  role: t(`exams:staffing.role.${to.role}`),
                })
              : t('exams:staffing.repair.called', {
                  who: place(person),
                  to: to.session,
                  toDay: to.day,
                  role: t(`exams:staffing.role.${to.role}`),
                })}
          </StateMark>
        </li>
      ))}
      {repair.open.map(({ sessionId, session, role }) => (
        <li key={`${sessionId} ${role}`}>
          <StateMark state="blocks">
            {t('exams:staffing.repair.open', { session, role: t(`exams:staffing.role.${role}`) })}
          </StateMark>
        </li>
      ))}
    </ul>
  );
}

/** Somebody cannot come: who steps in, who moves because of it, and one button that does it all. */
export default function RepairPage() {
  const { t, date } = useTexts();
  const go = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { person = '' } = useSearch({ strict: false }) as { person?: string };
  const [personId, setPersonId] = useState(person);
  const [why, setWhy] = useState('');
  const read = useRead(SESSION, sessions.getSession, { id });
  const preview = useRead(
    [...STAFFINGS, 'repair'],
    api.previewRepair,
    { id, personId },
    { enabled: personId !== '', retry: false },
  );
  const apply = useChange(api.applyRepair, [SESSION, SESSIONS, STAFFINGS]);
  if (read.isError) return <EmptyState title={t('exams:staffing.repair.title')} text={read.error.message} />;
  if (!read.data) return null;
  const exam = read.data.data;
  const seats = exam.seats.filter(
    ({ state, role }) =>
      (state === 'invited' || state === 'confirmed') && (role === 'chief' || role === 'line'),
  );
  const repair = personId ? preview.data?.data : undefined;
  const moved = repair?.moves.filter(({ kind }) => kind === 'moved').length ?? 0;
  const lacks = !personId
    ? t('exams:staffing.repair.choose')
    : !repair
      ? t('exams:staffing.repair.looking')
      : why.trim() === ''
        ? t('exams:staffing.repair.sayWhy')
        : null;
  return (
    <>
      <PageHead
        crumbs={[
          { title: t('exams:screen.exams.title'), to: '/exams' },
          { title: exam.code, to: `/exams/${id}` },
          { title: t('exams:staffing.repair.title') },
        ]}
        title={t('exams:staffing.repair.title')}
        about={t('exams:staffing.repair.about', {
          code: exam.code,
          name: exam.programmeName,
          day: date(exam.day, 'weekday'),
        })}
      />
      <div className={css.ask}>
        <ChoiceInput
          name="personId"
          label={t('exams:staffing.repair.who')}
          none={t('exams:staffing.repair.choose')}
          value={personId}
          onChange={setPersonId}
          choices={seats.map(({ personId: value, name, role }) => ({
            value,
            label: `${name}, ${t(`exams:seat.${role}`)}`,
          }))}
        />
        <TextInput
          name="why"
          label={t('exams:staffing.repair.why')}
          hint={t('exams:staffing.repair.whyHint')}
          value={why}
          onChange={setWhy}
        />
      </div>
      {preview.isError && personId && (
        <p role="alert">
          <StateMark state="blocks">{preview.error.message}</StateMark>
        </p>
      )}
      {repair && (
        <section className={css.section} aria-labelledby="repair-moves" aria-live="polite">
          <SectionHead id="repair-moves" title={t('exams:staffing.repair.changes')} />
          <p className="dim">
            {moved > 0
              ? t('exams:staffing.repair.touches', { count: moved })
              : t('exams:staffing.repair.untouched')}
          </p>
          <Moves repair={repair} />
        </section>
      )}
      {apply.error && (
        <p role="alert">
          <StateMark state="blocks">{apply.error.message}</StateMark>
        </p>
      )}
      <div className={css.acts}>
        <Button
          kind="main"
          busy={apply.isPending}
          {...(lacks ? { blocked: lacks } : {})}
          onClick={() =>
            repair &&
            apply.mutate(
              {
                id,
                personId,
                why,
                moves: repair.moves.map((one) => ({
                  personId: one.person.id,
                  fromSessionId: one.from?.sessionId ?? null,
                  toSessionId: one.to.sessionId,
                  role: one.to.role,
                })),
              },
              { onSuccess: () => void go({ to: '/exams/$id', params: { id } }) },
            )
          }
        >
          {t(
            repair && repair.moves.length === 0
              ? 'exams:staffing.repair.onlyRelease'
              : 'exams:staffing.repair.apply',
          )}
        </Button>
      </div>
    </>
  );
}
