import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../text.ts';
import { buttonClass } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { type State, StateIcon } from './state-mark.tsx';
import css from './task-list.module.css';

export interface Task {
  id: string;
  title: string;
  about?: ReactNode;
  /** The day by which, `YYYY-MM-DD`. */
  due: string | null;
  /** Verb and object: «Подписать договор». */
  act: string;
  to: string;
}

const DAY = 86_400_000;

/** Whole days from one day to another; both are days, so no time zone can move them. */
export function daysUntil(today: string, due: string): number {
  return Math.round((Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY);
}

/** Crimson on the last day and after it, ochre within three days, quiet before that. */
export function dueState(today: string, due: string | null): State {
  if (!due) return 'waiting';
  const days = daysUntil(today, due);
  if (days <= 0) return 'today';
  return days <= 3 ? 'soon' : 'waiting';
}

function Due({ due, today }: { due: string | null; today: string }) {
  const { t, date } = useTexts();
  const state = dueState(today, due);
  const days = due ? daysUntil(today, due) : null;
  const words =
    due === null || days === null
      ? t('web:tasks.whenever')
      : days < 0
        ? t('web:tasks.overdue', { count: -days })
        : days === 0
          ? t('web:tasks.today')
          : t('web:tasks.by', { date: date(due, 'day') });
  return (
    <>
      <StateIcon state={state} />
      <span className={`${css.due} ${state === 'today' ? css.now : state === 'soon' ? css.soon : ''}`}>
        {words}
      </span>
    </>
  );
}

/** «Мои дела»: what waits, by when, one click to act. Only the first is filled, and only when it is due. */
export function TaskList({ tasks, today, empty }: { tasks: Task[]; today: string; empty?: ReactNode }) {
  const { t } = useTexts();
  if (tasks.length === 0)
    return (
      <div className="panel">
        <EmptyState text={empty ?? t('web:tasks.empty')} />
      </div>
    );
  const mainId = tasks.find((task) => dueState(today, task.due) === 'today')?.id;
  return (
    <ul className={`panel ${css.tasks}`}>
      {tasks.map((task) => (
        <li key={task.id}>
          <Due due={task.due} today={today} />
          <div className={css.words}>
            <b>{task.title}</b>
            {task.about && <p>{task.about}</p>}
          </div>
          <Link
            to={task.to}
            className={buttonClass({ kind: task.id === mainId ? 'main' : 'plain' }, css.act)}
            aria-label={`${task.act}: ${task.title}`}
          >
            {task.act}
          </Link>
        </li>
      ))}
    </ul>
  );
}
