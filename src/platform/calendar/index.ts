import data from '../../../region/common/production-calendar.json' with { type: 'json' };
import { calendarData } from './calendar-data.ts';
import { type Calendar, type CalendarOptions, makeCalendar } from './make-calendar.ts';

export { type CalendarData, calendarData } from './calendar-data.ts';
export {
  type Calendar,
  type CalendarOptions,
  type DayInfo,
  type DayKind,
  makeCalendar,
} from './make-calendar.ts';

/** The production calendar of Russia as shipped (2020–2027). A region may lay its own edited data over it. */
export const productionCalendarData = calendarData.parse(data);

/** Calendar over the shipped data. */
export function productionCalendar(options?: CalendarOptions): Calendar {
  return makeCalendar(productionCalendarData, options);
}
