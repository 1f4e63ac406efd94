import { useEffect } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { TaskList } from '../../../web/widgets/task-list.tsx';
import { Changes } from './changes.tsx';
import { RoleNumbers } from './role-numbers.tsx';
import css from './tasks.module.css';
import { api, TASKS, type TaskRow } from './tasks-api.ts';

/** The day by the clock of the person, as a task's due day is a day of the region. */
export const dayOf = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

const toTask = (row: TaskRow, { t, tId }: Texts, dismiss: (id: string) => void) => ({
  id: row.id,
  title: tId(row.titleKey, row.params),
  about: (row.fresh || row.shared || row.dismissible) && (
    <>
      {[row.fresh ? t('tasks:fresh') : '', row.shared ? t('tasks:shared') : ''].filter(Boolean).join('. ')}
      {row.dismissible && (
        <button type="button" className={css.dismiss} onClick={() => dismiss(row.id)}>
          {t('tasks:dismiss')}
        </button>
      )}
    </>
  ),
  due: row.due,
  act: tId(row.actKey, row.params),
  to: row.path,
});

/** A role's title in the middle of a line. */
const inside = (title: string) => title.slice(0, 1).toLocaleLowerCase() + title.slice(1);

/** The home of every role: what waits, what has changed, the few numbers the role answers for. */
export default function Tasks() {
  const texts = useTexts();
  const { t, date } = texts;
  const { assignment, person } = useSession();
  const read = useRead(TASKS, api.listMyTasks, { limit: 100, offset: 0 });
  const dismissing = useChange(api.dismissTask, [TASKS, ['session']]);
  const { mutate: visit } = useChange(api.startVisit);
  const { mutate: dismiss } = dismissing;
  useEffect(() => visit({}), [visit]);
  const rows = read.data?.data.rows ?? [];
  const counters = read.data?.data.counters;
  const now = new Date();
  return (
    <>
      <PageHead
        title={t('tasks:title')}
        {...(counters &&
          counters.open > 0 && {
            tag: t('tasks:count', { count: counters.open }),
          })}
        about={[person?.name, assignment && inside(assignment.roleTitle), date(now.toISOString(), 'weekday')]
          .filter(Boolean)
          .join(', ')}
      />
      {read.isError && <p role="alert">{read.error.message}</p>}
      {read.isSuccess && (
        <TaskList
          tasks={rows.map((row) => toTask(row, texts, (id) => dismiss({ id })))}
          today={dayOf(now)}
          empty={t('tasks:empty')}
        />
      )}
      <RoleNumbers />
      <Changes />
    </>
  );
}
