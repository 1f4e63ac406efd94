import { useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { type Problems, problemsFromServer } from '../../../../web/widgets/form.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { api, SESSION, SESSIONS } from '../exams-api.ts';
import room from '../rooms.module.css';
import { CENTRES, type CentreRow } from '../rooms-api.ts';

type Kind = CentreRow['checks'][number]['kind'];

/** A paper for a kit and dates; for a check of equipment the kit's own list, counted for so many workplaces. */
export function CheckForm({ centre, onClose }: { centre: CentreRow; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteCentreCheck, [CENTRES, SESSION, SESSIONS]);
  const kits = useRead(['exams', 'kits', 'approved'], api.listKits, { state: 'approved' as const });
  const [kitId, setKit] = useState('');
  const [kind, setKind] = useState<Kind>('equipment');
  const [number, setNumber] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [places, setPlaces] = useState(String(centre.workplaces));
  const [have, setHave] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Problems>({});
  const workplaces = Number(places) || 0;
  const kit = useRead(
    ['exams', 'kits', 'needs'],
    api.getKit,
    { id: kitId, workplaces },
    { enabled: kitId !== '' && workplaces > 0 && workplaces <= 200 },
  );
  const needs = kind === 'equipment' && kit.data ? kit.data.data.needs : [];
  const counted = needs.map(({ title, total }) => ({
    title,
    need: total,
    have: have[title] === undefined ? total : Number(have[title]) || 0,
  }));
  const labels = {
    kitCode: t('exams:rooms.centres.kit'),
    number: t('exams:rooms.centres.number'),
    workplaces: t('exams:rooms.centres.checkPlaces'),
    from: t('exams:rooms.centres.from'),
    to: t('exams:rooms.centres.to'),
  };
  const submit = async () => {
    try {
      await note.mutateAsync({
        id: centre.id,
        kitCode: kit.data?.data.code ?? '',
        kind,
        number,
        workplaces,
        from,
        to: to || null,
        short: counted.filter((one) => one.have < one.need),
      });
      onClose();
    } catch (error) {
      setProblems(problemsFromServer(error, t('web:form.notSaved')));
    }
  };
  return (
    <FormPanel
      title={t('exams:rooms.centres.checkTitle', { name: centre.name })}
      submit={t('exams:rooms.centres.checkSave')}
      busy={note.isPending}
      problems={problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <ChoiceInput
        name="kitCode"
        label={labels.kitCode}
        value={kitId}
        onChange={setKit}
        none={t('exams:rooms.choose')}
        choices={(kits.data?.data.rows ?? []).map(({ id, code, title }) => ({
          value: id,
          label: `${code}, ${title}`,
        }))}
        error={problems.kitCode}
      />
      <ChoiceInput
        name="kind"
        label={t('exams:rooms.centres.checkKind')}
        value={kind}
        onChange={(value) => setKind(value === 'accreditation' ? 'accreditation' : 'equipment')}
        choices={(['equipment', 'accreditation'] as const).map((value) => ({
          value,
          label: t(`exams:rooms.centres.kind.${value}`),
        }))}
      />
      <TextInput
        name="number"
        label={labels.number}
        value={number}
        onChange={setNumber}
        error={problems.number}
      />
      <TextInput
        name="workplaces"
        inputMode="numeric"
        label={labels.workplaces}
        value={places}
        onChange={setPlaces}
        error={problems.workplaces}
      />
      <TextInput
        name="from"
        type="date"
        label={labels.from}
        value={from}
        onChange={setFrom}
        error={problems.from}
      />
      <TextInput
        name="to"
        type="date"
        label={labels.to}
        {...(kind === 'accreditation' ? { hint: t('exams:rooms.centres.toHint') } : {})}
        value={to}
        onChange={setTo}
        error={problems.to}
        optional
      />
      {needs.length > 0 && (
        <fieldset className={room.whole}>
          <legend>{t('exams:rooms.centres.list', { count: workplaces })}</legend>
          <div className={room.grid}>
            {needs.map(({ title, unit, total }) => (
              <TextInput
                key={title}
                name={`have-${title}`}
                inputMode="numeric"
                label={t('exams:rooms.centres.have', { title, need: total, unit })}
                value={have[title] ?? String(total)}
                onChange={(value) => setHave({ ...have, [title]: value })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </FormPanel>
  );
}
