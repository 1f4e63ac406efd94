import Mine from './mine.screen.tsx';

/** The same page for a graduate, who is no student any more: reached from a task, not from the menu. */
export default Mine;
