import { useTexts } from '../../../web/text.ts';
import { partsOf } from './setting-draft.ts';
import { SettingLine } from './setting-line.tsx';
import { SettingPairs, SettingRows, SettingTicks, type ValueProps } from './setting-rows.tsx';
import { isChoiceOfMany, isLine, isPairs, plain } from './setting-schema.ts';
import { partWords } from './setting-words.ts';
import css from './settings.module.css';

/** A field, a list, a table or a few fields for the value of a setting, as its schema says. */
export function SettingInput(props: ValueProps) {
  const texts = useTexts();
  const { room, label, name, value, onChange, problems } = props;
  const schema = plain(props.schema);
  if (isLine(schema))
    return (
      <SettingLine
        {...{ room, label, name, onChange }}
        schema={props.schema}
        value={typeof value === 'string' ? value : ''}
        error={problems[name]}
      />
    );
  if (isChoiceOfMany(schema)) return <SettingTicks {...props} schema={schema} />;
  if (schema.type === 'array') return <SettingRows {...props} schema={schema} Whole={SettingInput} />;
  if (isPairs(schema)) return <SettingPairs {...props} schema={schema} />;
  const held = partsOf(value);
  return (
    <fieldset className={css.group}>
      <legend>{label}</legend>
      <div className={css.parts}>
        {Object.entries(schema.properties ?? {}).map(([part, one]) => (
          <SettingInput
            key={part}
            {...{ room, problems }}
            schema={one}
            label={partWords(texts, room, part)}
            name={`${name}.${part}`}
            value={held[part] ?? ''}
            onChange={(next) => onChange({ parts: { ...held, [part]: next } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
