import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './bodies.module.css';
import { api, BODIES } from './bodies-api.ts';
import { DoneForm } from './body-forms.tsx';

/** Where the task of a decision leads: what was decided, by whom and when; its owner says by what it was carried out. */
export default function DecisionPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead([...BODIES, 'decision', id], api.getDecision, { id });
  const decision = read.data?.data;
  if (read.isError) return <EmptyState text={read.error.message} />;
  if (!decision) return <p className="dim">{t('web:table.loading')}</p>;
  const { text, due, doneOn, note, owner, bodyName, heldOn, meetingId } = decision;
  return (
    <>
      <PageHead
        title={t('bodies:body.decision')}
        about={t('bodies:decision.from', { body: bodyName, on: heldOn })}
        actions={<Link to={`/meetings/${meetingId}`}>{t('bodies:decision.minutes')}</Link>}
      />
      <p className={css.said}>{text}</p>
      <p className="dim">{[owner, due && t('bodies:decision.due', { due })].filter(Boolean).join(', ')}</p>
      {doneOn ? (
        <p className={css.said}>
          <StateMark state="done">{t('bodies:decision.done', { on: doneOn, note: note ?? '' })}</StateMark>
        </p>
      ) : (
        <DoneForm
          decisionId={id}
          text={t('bodies:body.markDone')}
          onClose={() => void navigate({ to: '/tasks' })}
        />
      )}
    </>
  );
}
