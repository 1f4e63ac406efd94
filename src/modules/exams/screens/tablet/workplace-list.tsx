import { useTexts } from '../../../../web/text.ts';
import { StateIcon } from '../../../../web/widgets/state-mark.tsx';
import { placeState } from './place-state.ts';
import type { Sheet } from './sheet.ts';
import css from './tablet.module.css';
import type { Marking } from './use-marking.ts';

interface Props {
  sheet: Sheet;
  marks: Marking['marks'];
  chosen: string;
  onChoose: (examineeId: string) => void;
}

/** Workplaces at the left: how far each is, who did not come. */
export function WorkplaceList({ sheet, marks, chosen, onChoose }: Props) {
  const { t } = useTexts();
  return (
    <nav className={css.places} aria-labelledby="workplaces">
      <h2 id="workplaces">{t('exams:tablet.places')}</h2>
      <ul>
        {sheet.places.map(({ examineeId, workplace, present }) => {
          const { left, apart, total } = placeState(sheet, marks, examineeId);
          const signed = sheet.signed.some(
            (one) => one.examineeId === examineeId && one.personId === sheet.personId,
          );
          const state = !present
            ? 'idle'
            : signed
              ? 'done'
              : apart > 0
                ? 'blocks'
                : left < total
                  ? 'waiting'
                  : 'idle';
          const words = !present
            ? t('exams:tablet.absent')
            : signed
              ? t('exams:tablet.signed')
              : apart > 0
                ? t('exams:tablet.apart', { count: apart })
                : left === 0
                  ? t('exams:tablet.toSign')
                  : t('exams:tablet.left', { count: left });
          return (
            <li key={examineeId}>
              <button
                type="button"
                aria-current={examineeId === chosen ? 'page' : undefined}
                onClick={() => onChoose(examineeId)}
              >
                <StateIcon state={state} />
                <span>{t('exams:tablet.place', { place: workplace })}</span>
                {present && (
                  <span className="num">{t('exams:tablet.doneOf', { done: total - left, total })}</span>
                )}
                <small>{words}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
