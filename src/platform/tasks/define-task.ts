export interface TaskSubject {
  kind: string;
  id: string;
}

export interface TaskDefinition {
  task: true;
  /** Lasting name, `<room>.<what is to be done>`. */
  kind: string;
  titleKey: string;
  /** Verb and object on the button: «Подписать договор». */
  actKey: string;
  /** Where one click leads: the page on which the thing is done. */
  path(subject: TaskSubject): string;
  /** May be put away unread by its addressee; a task without this goes only when it is done. */
  dismissible: boolean;
}

/** Declares a kind of task for «Мои дела». */
export const defineTask = (settings: {
  kind: string;
  titleKey: string;
  actKey: string;
  path(subject: TaskSubject): string;
  dismissible?: boolean;
}): TaskDefinition => ({ task: true, dismissible: false, ...settings });
