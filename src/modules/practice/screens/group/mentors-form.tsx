import { apiOf, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { contract as specialists } from '../../../specialists/contract.ts';
import css from '../practice.module.css';
import { api, TRAINEES, type Trainee } from '../practice-api.ts';
import { useInTurn } from './in-turn.ts';
import { Said } from './said.tsx';
import { shareOut } from './share-out.ts';

const mentors = apiOf({ listMentors: specialists.listMentors });

/** Trainees shared out evenly among mentors who have room: what one would do by pressing ten times. */
export function MentorsForm({ rows, onClose }: { rows: Trainee[]; onClose: () => void }) {
  const { t } = useTexts();
  const days = {
    from: rows.map(({ from }) => from).sort()[0] ?? '',
    to:
      rows
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
  };
  const read = useRead(['specialists', 'mentors', 'free'], mentors.listMentors, days);
  const { run, busy, said } = useInTurn(api.nameMentor, [TRAINEES, ['specialists', 'mentors', 'free']]);
  const free = (read.data?.data.rows ?? []).flatMap(({ appointmentId, name, capacity, trainees }) =>
    appointmentId && (capacity ?? 0) > trainees
      ? [{ id: appointmentId, name, room: (capacity ?? 0) - trainees }]
      : [],
  );
  const bare = rows.filter(({ papers }) => papers.mentor !== 'done');
  const room = free.reduce((sum, one) => sum + one.room, 0);
  const shares = shareOut(bare, free);
  return (
    <FormPanel
      title={t('practice:group.mentors.title', { count: bare.length })}
      about={t('practice:group.mentors.about')}
      submit={t('practice:group.mentors.save')}
      busy={busy}
      blocked={
        read.data && room < bare.length
          ? t('practice:group.mentors.short', { room, count: bare.length })
          : bare.length === 0
            ? t('practice:group.chooseSome')
            : undefined
      }
      onClose={onClose}
      onSubmit={async () => {
        const tasks = shares.map(({ mentor, people }) => ({
          name: mentor.name,
          input: { ids: people.map(({ id }) => id), appointmentId: mentor.id },
        }));
        if (await run(tasks)) onClose();
      }}
    >
      <ul className={`${css.wide} ${css.people}`}>
        {shares.map(({ mentor, people }) => (
          <li key={mentor.id}>
            {t('practice:group.mentors.line', {
              name: mentor.name,
              students: people.map(({ studentName }) => studentName).join(', '),
            })}
          </li>
        ))}
      </ul>
      <Said said={said} />
    </FormPanel>
  );
}
