import { useState } from 'react';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import css from './order.module.css';
import type { Reason } from './order-api.ts';

const FIRST = 6;

/** Need lines behind the seats, the largest first; what no line backs is named as the model's part. */
export function Backing({ reason }: { reason: Reason }) {
  const { t, num } = useTexts();
  const [all, setAll] = useState(false);
  const { lines, modelPeople } = reason.backing;
  const shown = all ? lines : lines.slice(0, FIRST);
  const people = (value: number) => num(value, { digits: value < 10 && !Number.isInteger(value) ? 1 : 0 });
  return (
    <>
      <ul className={css.backing}>
        {shown.map((line) => (
          <li key={`${line.id} ${line.year} ${line.occupation}`}>
            <span>
              {line.organisation}
              <small>
                {t('order:screen.why.line', {
                  occupation: line.occupation,
                  year: String(line.year),
                  municipality: line.municipality,
                })}
              </small>
            </span>
            <b className="num">{people(line.people)}</b>
          </li>
        ))}
        {modelPeople >= 0.5 && (
          <li>
            <span>
              {t('order:screen.why.model')}
              <small>{t('order:screen.why.modelAbout')}</small>
            </span>
            <b className="num">{people(modelPeople)}</b>
          </li>
        )}
      </ul>
      {lines.length > FIRST && !all && (
        <Button kind="quiet" size="s" onClick={() => setAll(true)}>
          {t('order:screen.why.all', { count: lines.length })}
        </Button>
      )}
    </>
  );
}
