import { useTexts } from '../../../web/text.ts';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './programmes.module.css';
import type { GroupCard } from './programmes-api.ts';

/** Modules of the plan nobody teaches this year; general subjects are not asked for, they come with their course. */
export const untaught = (group: GroupCard) =>
  group.modules.filter(
    (module) =>
      module.kind === 'professional' &&
      !group.teaching.some((row) => row.moduleCode === module.code && row.endedOn === null),
  );

/** What in this group waits for a person, worst first. */
export function GroupWaits({ group }: { group: GroupCard }) {
  const { t } = useTexts();
  const seatless = group.students.filter(
    (one) => !one.hasSeatLine && (one.status === 'studying' || one.status === 'leave'),
  ).length;
  const free = untaught(group).length;
  const waits = [
    group.overdueLeave > 0 && {
      state: 'today' as const,
      text: t('programmes:screen.group.overdue', { count: group.overdueLeave }),
    },
    group.modules.length === 0 && { state: 'remind' as const, text: t('programmes:screen.group.noPlan') },
    free > 0 && { state: 'remind' as const, text: t('programmes:screen.group.noTeacher', { count: free }) },
    seatless > 0 && {
      state: 'waiting' as const,
      text: t('programmes:screen.group.noSeat', { count: seatless }),
    },
  ].filter((one) => one !== false);
  return (
    <section className={`panel ${css.box}`}>
      <h2>{t('programmes:screen.group.waiting')}</h2>
      {waits.length === 0 ? (
        <p className="dim">{t('programmes:screen.group.nothingWaits')}</p>
      ) : (
        <ul className={css.waits}>
          {waits.map(({ state, text }) => (
            <li key={text}>
              <StateMark state={state}>{text}</StateMark>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
