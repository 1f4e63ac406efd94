import type { ReactNode } from 'react';
import { useTexts } from '../../../web/text.ts';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { isNumber, mayBeEmpty, PERIOD, plain, UNITS, type ValueSchema } from './setting-schema.ts';
import { wordOf } from './setting-words.ts';

const FAR = Number.MAX_SAFE_INTEGER;

interface Props {
  room: string;
  schema: ValueSchema;
  label: ReactNode;
  name: string;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  /** In a table the head of the column says what to type. */
  bare?: boolean;
}

/** What may be typed: bounds and unit, or the way a term is written. */
export function useHint(given: ValueSchema): string | undefined {
  const { t, tId, num } = useTexts();
  const schema = plain(given);
  if (schema.pattern === PERIOD) return t('rules:settings.periodHint');
  if (!isNumber(schema)) return undefined;
  const { minimum = -FAR, maximum = FAR, unit } = schema;
  const shown = (value: number) =>
    num(value * (unit ? UNITS[unit] : 1), { digits: unit === 'minutes' ? 1 : 0 });
  const words = [
    unit && tId(`rules:unit.${unit}`),
    minimum > -FAR &&
      maximum < FAR &&
      t('rules:settings.range', { least: shown(minimum), most: shown(maximum) }),
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}

/** One value of a setting: yes or no, one of a list, a number in people's units, a text. */
export function SettingLine({ room, schema: given, bare, ...field }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const schema = plain(given);
  const hint = useHint(given);
  if (schema.type === 'boolean')
    return (
      <ChoiceInput
        {...field}
        choices={[
          { value: 'true', label: t('rules:settings.yes') },
          { value: 'false', label: t('rules:settings.no') },
        ]}
      />
    );
  if (schema.enum)
    return (
      <ChoiceInput
        {...field}
        choices={schema.enum.map((one) => ({
          value: String(one),
          label: wordOf(texts, { room, schema }, String(one)),
        }))}
      />
    );
  return (
    <TextInput
      {...field}
      {...(isNumber(schema) && { inputMode: 'decimal' as const })}
      hint={bare ? undefined : hint}
      optional={!bare && mayBeEmpty(given)}
    />
  );
}
