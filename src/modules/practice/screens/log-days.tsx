import { useState } from 'react';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { RecordFiles } from '../../../web/widgets/record-files.tsx';
import css from './practice.module.css';

interface Day {
  day: string;
  note: string;
  minutes: number;
  confirmed: boolean;
}

/** Days of a log, newest first; photos of a day are opened one day at a time. */
export function LogDays({ placementId, days }: { placementId: string; days: Day[] }) {
  const { t, date, num } = useTexts();
  const [open, setOpen] = useState('');
  return (
    <ul className={css.log}>
      {days.map((one) => (
        <li key={one.day}>
          <span>
            <b className="num">{date(one.day)}</b>{' '}
            <span className="dim small">
              {t('practice:appraisal.screen.hours', { hours: num(one.minutes / 60) })}
              {one.confirmed && `, ${t('practice:screen.mine.confirmed')}`}
            </span>
          </span>
          {one.note}
          <span>
            <Button
              size="s"
              kind="quiet"
              aria-expanded={open === one.day}
              aria-label={`${t('practice:appraisal.screen.photos')}, ${date(one.day)}`}
              onClick={() => setOpen(open === one.day ? '' : one.day)}
            >
              {t('practice:appraisal.screen.photos')}
            </Button>
          </span>
          {open === one.day && (
            <RecordFiles
              kind="practice.log_day"
              recordId={`${placementId}:${one.day}`}
              label={t('practice:appraisal.screen.photos')}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
