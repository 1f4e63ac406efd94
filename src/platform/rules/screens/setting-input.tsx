import { useTexts } from '../../../web/text.ts';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';

/** The few words of JSON Schema by which a field is chosen. */
export interface ValueSchema {
  type?: string;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  pattern?: string;
  anyOf?: ValueSchema[];
}

const PERIOD = '^P\\d+[DMY]$';
const FAR = Number.MAX_SAFE_INTEGER;

/** A value that may be null has two forms; the other one says what is typed. */
const plain = (schema: ValueSchema): ValueSchema =>
  schema.anyOf?.find((one) => one.type !== 'null') ?? schema;
const mayBeEmpty = (schema: ValueSchema): boolean =>
  schema.anyOf?.some((one) => one.type === 'null') ?? false;

const isNumber = ({ type }: ValueSchema) => type === 'number' || type === 'integer';
const isLine = (schema: ValueSchema) => isNumber(schema) || ['string', 'boolean'].includes(schema.type ?? '');

/** The text of a field for a value, and the other way round; null where the text is no such value. */
export function textOf(given: ValueSchema, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (isNumber(plain(given))) return String(value).replace('.', ',');
  return isLine(plain(given)) ? String(value) : JSON.stringify(value, null, 1);
}

export function valueFrom(given: ValueSchema, text: string): { value: unknown } | null {
  const schema = plain(given);
  const bare = text.trim();
  if (bare === '' && mayBeEmpty(given)) return { value: null };
  if (isNumber(schema)) {
    const number = Number(bare.replace(/[\s\u00a0]/g, '').replace(',', '.'));
    // a text that is no number goes to the server as it is: its words name the fault
    return { value: bare === '' || Number.isNaN(number) ? bare : number };
  }
  if (schema.type === 'boolean') return { value: bare === 'true' };
  if (isLine(schema)) return { value: bare };
  try {
    return { value: JSON.parse(bare) };
  } catch {
    return null;
  }
}

interface Props {
  schema: ValueSchema;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
}

/** A field for the value of a setting, as its schema says. */
export function SettingInput({ schema: given, value, onChange, error }: Props) {
  const { t, num } = useTexts();
  const schema = plain(given);
  const field = { label: t('rules:settings.newValue'), name: 'value', value, onChange, error };
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
        choices={schema.enum.map((one) => ({ value: String(one), label: String(one) }))}
      />
    );
  if (isNumber(schema)) {
    const { minimum = -FAR, maximum = FAR } = schema;
    const bound = minimum > -FAR && maximum < FAR;
    const hint = bound ? t('rules:settings.range', { least: num(minimum), most: num(maximum) }) : undefined;
    return <TextInput {...field} inputMode="decimal" hint={hint} optional={mayBeEmpty(given)} />;
  }
  if (schema.type === 'string') {
    const hint = schema.pattern === PERIOD ? t('rules:settings.periodHint') : undefined;
    return <TextInput {...field} hint={hint} optional={mayBeEmpty(given)} />;
  }
  return <AreaInput {...field} rows={6} hint={t('rules:settings.json')} />;
}
