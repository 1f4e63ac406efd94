import { useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { type Problems, problemsFromServer } from '../../../../web/widgets/form.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import { SCHEMES } from '../../rules/grade-of.ts';
import { api, pointsOf, SESSION, SESSIONS } from '../exams-api.ts';
import room from '../rooms.module.css';
import { ATTESTATIONS, type Attestation, hundredthsOf, todayHere } from '../rooms-api.ts';

const NAMES = ['three', 'four', 'five'] as const;
const CODE = /^\d{2}\.\d{2}\.\d{2}$/;
const shown = (bound: number) => pointsOf(bound).replace(/,00$/, '');

/** From which points each grade begins, before anybody is graded by it. */
function SchemePreview({ bounds, max }: { bounds: (number | null)[]; max: number }) {
  const { t } = useTexts();
  const [three, four, five] = bounds;
  const whole = typeof three === 'number' && typeof four === 'number' && typeof five === 'number';
  const read = useRead(
    ['exams', 'scheme'],
    api.previewScheme,
    { three: three ?? 0, four: four ?? 0, five: five ?? 0, max },
    { enabled: whole && max > 0, retry: false },
  );
  if (read.isError)
    return (
      <p className={room.whole}>
        <StateMark state="blocks">{read.error.message}</StateMark>
      </p>
    );
  if (!read.data) return null;
  const rows = read.data.data.rows.map(({ grade, from, to }) =>
    t('exams:rooms.programmes.previewRow', { grade, from: pointsOf(from), to: pointsOf(to) }),
  );
  return (
    <p className={`dim ${room.whole}`}>
      {t('exams:rooms.programmes.preview', { max: pointsOf(max), rows: rows.join('; ') })}
    </p>
  );
}

export function AttestationForm({ row, onClose }: { row: Attestation | null; onClose: () => void }) {
  const { t } = useTexts();
  const save = useChange(api.saveAttestation, [ATTESTATIONS, SESSION, SESSIONS]);
  const [code, setCode] = useState(row?.programmeCode ?? '');
  const [year, setYear] = useState(String(row?.graduationYear ?? Number(todayHere().slice(0, 4)) + 1));
  const [kits, setKits] = useState<string[]>(row?.kitCodes ?? []);
  const [scheme, setScheme] = useState(row ? (row.scheme in SCHEMES ? row.scheme : 'own') : 'R42');
  const [own, setOwn] = useState((row?.bounds ?? SCHEMES.R42 ?? [2000, 4000, 7000]).map(shown));
  const [project, setProject] = useState(row?.withProject ?? false);
  const [decision, setDecision] = useState(row?.profileDecision ?? '');
  const [days, setDays] = useState({
    councilOn: row?.councilOn ?? '',
    approvedOn: row?.approvedOn ?? '',
    shownOn: row?.shownOn ?? '',
  });
  const [problems, setProblems] = useState<Problems>({});
  const known = useRead(
    ['exams', 'kits', 'of'],
    api.listKits,
    { programmeCode: code, state: 'approved' as const },
    { enabled: CODE.test(code) },
  );
  const offered = CODE.test(code) ? (known.data?.data.rows ?? []) : [];
  const bounds = scheme === 'own' ? own.map(hundredthsOf) : [...(SCHEMES[scheme] ?? [])];
  const max = offered.find((kit) => kits.includes(kit.code))?.max ?? 10_000;
  const labels = {
    programmeCode: t('exams:rooms.programmes.programme'),
    graduationYear: t('exams:rooms.programmes.year'),
    kitCodes: t('exams:rooms.programmes.kits'),
    bounds: t('exams:rooms.programmes.table'),
    withProject: t('exams:rooms.programmes.withProject'),
    councilOn: t('exams:rooms.programmes.councilOn'),
    approvedOn: t('exams:rooms.programmes.approvedOn'),
    shownOn: t('exams:rooms.programmes.shownOn'),
  };
  const submit = async () => {
    try {
      await save.mutateAsync({
        programmeCode: code,
        graduationYear: Number(year),
        kitCodes: kits,
        scheme,
        bounds: bounds.map((one) => one ?? 0),
        withProject: project,
        profileDecision: decision || null,
        councilOn: days.councilOn || null,
        approvedOn: days.approvedOn || null,
        shownOn: days.shownOn || null,
      });
      onClose();
    } catch (error) {
      setProblems(problemsFromServer(error, t('web:form.notSaved')));
    }
  };
  return (
    <FormPanel
      title={t('exams:rooms.programmes.formTitle')}
      submit={t('exams:rooms.programmes.save')}
      busy={save.isPending}
      problems={problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextInput
        name="programmeCode"
        label={labels.programmeCode}
        hint={t('exams:rooms.programmes.codeHint')}
        value={code}
        onChange={setCode}
        error={problems.programmeCode}
      />
      <TextInput
        name="graduationYear"
        inputMode="numeric"
        label={labels.graduationYear}
        value={year}
        onChange={setYear}
        error={problems.graduationYear}
      />
      <fieldset className={room.whole}>
        <legend>{labels.kitCodes}</legend>
        {problems.kitCodes && <StateMark state="blocks">{problems.kitCodes}</StateMark>}
        {!CODE.test(code) && <p className="dim">{t('exams:rooms.programmes.firstCode')}</p>}
        {known.isSuccess && CODE.test(code) && offered.length === 0 && (
          <p className="dim">{t('exams:rooms.programmes.noKits')}</p>
        )}
        <div className={room.checks}>
          {[...new Set([...kits, ...offered.map((kit) => kit.code)])].map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={kits.includes(one)}
                onChange={(event) =>
                  setKits(event.target.checked ? [...kits, one] : kits.filter((each) => each !== one))
                }
              />
              {[one, offered.find((kit) => kit.code === one)?.title].filter(Boolean).join(', ')}
            </label>
          ))}
        </div>
      </fieldset>
      <ChoiceInput
        name="scheme"
        label={t('exams:rooms.programmes.scheme')}
        value={scheme}
        onChange={setScheme}
        choices={(['R42', 'LINEAR_40_60_80', 'own'] as const).map((value) => ({
          value,
          label: t(`exams:rooms.programmes.schemes.${value}`),
        }))}
        error={problems.bounds}
      />
      {scheme === 'own' &&
        NAMES.map((name, i) => (
          <TextInput
            key={name}
            name={name}
            inputMode="decimal"
            label={t(`exams:rooms.programmes.${name}`)}
            value={own[i] ?? ''}
            onChange={(value) => setOwn(own.map((one, k) => (k === i ? value : one)))}
          />
        ))}
      <SchemePreview bounds={bounds} max={max} />
      <div className={`${room.checks} ${room.whole}`}>
        <label>
          <input type="checkbox" checked={project} onChange={(event) => setProject(event.target.checked)} />
          {labels.withProject}
        </label>
        {problems.withProject && <StateMark state="blocks">{problems.withProject}</StateMark>}
      </div>
      <TextInput
        name="profileDecision"
        label={t('exams:rooms.programmes.profileDecision')}
        hint={t('exams:rooms.programmes.profileHint')}
        value={decision}
        onChange={setDecision}
        optional
      />
      {(['councilOn', 'approvedOn', 'shownOn'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          type="date"
          label={labels[name]}
          value={days[name]}
          onChange={(value) => setDays({ ...days, [name]: value })}
          error={problems[name]}
          optional
        />
      ))}
    </FormPanel>
  );
}
