import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { type Problems, problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { TRUST } from '../trust.ts';
import { type Draft, draftOf, valueFrom } from './setting-draft.ts';
import { SettingInput } from './setting-input.tsx';
import { aboutSetting, settingTitleKey, shownValue, sourceWords } from './setting-words.ts';
import { api, rowOn, SETTINGS, type Setting } from './settings-api.ts';

type Trust = (typeof TRUST)[number];

function Timeline({ setting, today }: { setting: Setting; today: string }) {
  const texts = useTexts();
  const { t, tId } = texts;
  const now = rowOn(setting, today);
  const shown = (value: unknown) => shownValue(texts, value, aboutSetting(setting));
  return (
    <ul>
      {setting.dated.map((row) => (
        <li key={row.validFrom ?? ''}>
          {row.validFrom ? <DateText value={row.validFrom} /> : t('rules:settings.always')}:{' '}
          {row === now ? <b>{shown(row.value)}</b> : shown(row.value)}
          <span className="dim small">
            {' '}
            {row.role
              ? [tId(`registry:role.${row.role}`), row.source, row.ground].filter(Boolean).join('; ')
              : `${t('rules:settings.initial')}, ${sourceWords(texts, row.source)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One setting: its values by day, and a new value from a day on. */
export function SettingForm({
  setting,
  today,
  onClose,
}: {
  setting: Setting;
  today: string;
  onClose: () => void;
}) {
  const { t, tId } = useTexts();
  const { room, schema } = aboutSetting(setting);
  const [draft, setDraft] = useState<Draft>(() => draftOf(schema, setting.value));
  const [validFrom, setValidFrom] = useState(today);
  const [source, setSource] = useState('');
  const [trust, setTrust] = useState<Trust>('M');
  const [ground, setGround] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const change = useChange(api.setSetting, [SETTINGS]);
  const title = tId(settingTitleKey(setting.key));
  const submit = async () => {
    setProblems({});
    try {
      await change.mutateAsync({
        key: setting.key,
        value: valueFrom(schema, draft),
        validFrom,
        source,
        trust,
        ground: ground.trim() || null,
      });
    } catch (error) {
      setProblems(problemsFromServer(error, t('rules:settings.noAnswer')));
    }
  };
  const done = change.data?.data;
  if (done)
    return (
      <p role="status" className="panel">
        {done.waiting ? t('rules:settings.sent') : t('rules:settings.done', { day: validFrom })}
      </p>
    );
  return (
    <FormPanel
      title={t('rules:settings.formTitle', { title })}
      about={<Timeline setting={setting} today={today} />}
      submit={setting.twoPerson ? t('rules:settings.propose') : t('rules:settings.set')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={change.isPending}
      problems={problems}
      labels={{
        value: t('rules:settings.newValue'),
        validFrom: t('rules:settings.validFrom'),
        source: t('rules:settings.sourceField'),
      }}
    >
      <SettingInput
        {...{ room, schema, problems }}
        label={t('rules:settings.newValue')}
        name="value"
        value={draft}
        onChange={setDraft}
      />
      <TextInput
        label={t('rules:settings.validFrom')}
        name="validFrom"
        type="date"
        value={validFrom}
        onChange={setValidFrom}
        error={problems.validFrom}
      />
      <TextInput
        label={t('rules:settings.sourceField')}
        name="source"
        value={source}
        onChange={setSource}
        error={problems.source}
      />
      <ChoiceInput
        label={t('rules:settings.trust')}
        name="trust"
        value={trust}
        onChange={(next) => setTrust(TRUST.find((one) => one === next) ?? 'M')}
        choices={TRUST.map((one) => ({ value: one, label: t(`rules:trust.${one}`) }))}
      />
      <AreaInput
        label={t('rules:settings.ground')}
        name="ground"
        hint={t('rules:settings.groundHint')}
        rows={2}
        optional
        value={ground}
        onChange={setGround}
        error={problems.ground}
      />
    </FormPanel>
  );
}
