import { useTexts } from '../../../web/text.ts';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { splitByCrosswalk } from '../rules/split-by-crosswalk.ts';
import css from './classifiers.module.css';
import type { CrosswalkRow } from './classifiers-api.ts';

interface Props {
  row: CrosswalkRow;
  people: string;
  onPeople: (value: string) => void;
}

/** The stored shares tried on a number of people, the remainder among them. */
export function SplitTrial({ row, people, onPeople }: Props) {
  const { t } = useTexts();
  const whole = /^\d{1,6}$/.test(people.trim()) ? Number(people) : null;
  const split = whole === null ? null : splitByCrosswalk(whole, row.edges);
  const nameOf = (code: string) => row.edges.find((edge) => edge.toCode === code)?.toName ?? '';
  return (
    <div>
      <TextInput
        name="people"
        inputMode="numeric"
        label={t('classifiers:crosswalk.split')}
        value={people}
        onChange={onPeople}
      />
      {split && (
        <ul className={`${css.edges} small`}>
          {split.parts.map(({ toCode, amount }) => (
            <li key={toCode}>
              {t('classifiers:crosswalk.splitPart', { code: toCode, name: nameOf(toCode), amount })}
            </li>
          ))}
          <li className={split.unmapped > 0 ? css.rest : 'dim'}>
            {t('classifiers:crosswalk.splitRest', { amount: split.unmapped })}
          </li>
        </ul>
      )}
    </div>
  );
}
