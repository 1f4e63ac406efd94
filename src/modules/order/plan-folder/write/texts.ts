import { say as sayForecast } from '../../../../engines/forecast/index.ts';
import { type Sentence, say as saySeats } from '../../../../engines/seats/index.ts';
import { type Locale, translateId, typograph } from '../../../../platform/i18n/index.ts';
import type { Fault } from '../read/fault.ts';
import { type Params, type Words, words } from '../words.ts';

/** Everything that speaks in an answer: this folder's catalogue, the engines' and the platform's. */
export interface Texts {
  locale: Locale;
  t: Words;
  seats: (sentence: Sentence) => string;
  note: (note: { code: string; params: Params }) => string;
  /** A message of any room, as `room:key`. */
  platform: (id: string, params?: Params) => string;
  fault: (fault: Fault) => string;
}

export function textsOf(locale: Locale): Texts {
  const t = words(locale);
  const seats = saySeats(locale);
  const forecast = sayForecast(locale);
  const platform = (id: string, params: Params = {}) => translateId(locale, id, params);
  const place = ({ file, row, column }: Fault): string => {
    if (row !== null)
      return t(column === null ? 'place.row' : 'place.cell', {
        file,
        row: String(row),
        column: column ?? '',
      });
    return column === null ? t('place.file', { file }) : t('place.column', { file, column });
  };
  const what = ({ id, params }: Fault): string => {
    const [room, key = ''] = id.split(/:(.*)/s);
    if (room === 'engine-forecast') return forecast(key, params);
    if (room === 'engine-seats') return seats(key, params);
    return id.includes(':') ? platform(id, params) : t(id, params);
  };
  return {
    locale,
    t,
    seats: ({ id, params }) => typograph(locale, seats(id, params)),
    note: ({ code, params }) => typograph(locale, forecast(`issue.${code}`, params)),
    platform,
    fault: (it) => (it.file === '' ? what(it) : `${place(it)}: ${what(it)}`),
  };
}
