import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { type Problems, problemsFromServer } from '../../../../web/widgets/form.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../../web/widgets/inputs.tsx';
import { api, KITS, type Kit, pointsOf } from '../exams-api.ts';
import room from '../rooms.module.css';
import { hundredthsOf } from '../rooms-api.ts';

type Body = Kit['body'];
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Points of aspects written anew; criteria, modules and the kit add up from them. */
function withPoints(body: Body, points: Record<string, string>): Body {
  const criteria = body.criteria.map((criterion) => {
    const subcriteria = criterion.subcriteria.map((sub) => ({
      ...sub,
      aspects: sub.aspects.map((one) => ({ ...one, max: hundredthsOf(points[one.code] ?? '') ?? one.max })),
    }));
    return {
      ...criterion,
      subcriteria,
      max: sum(subcriteria.flatMap(({ aspects }) => aspects.map(({ max }) => max))),
    };
  });
  const modules = body.modules.map((one) => ({
    ...one,
    max: sum(criteria.filter(({ module }) => module === one.code).map(({ max }) => max)),
  }));
  return { ...body, criteria, modules, max: sum(modules.map(({ max }) => max)) };
}

interface Props {
  kit: Kit;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** A draft before it is used: its head, its steps of experts, what each aspect is worth. */
export function EditKit({ kit, onClose, onDone }: Props) {
  const { t } = useTexts();
  const save = useChange(api.saveKit, [KITS]);
  const aspects = kit.body.criteria.flatMap((one) => one.subcriteria.flatMap((sub) => sub.aspects));
  const [head, setHead] = useState({
    title: kit.body.title,
    minutes: String(kit.body.minutes),
    workplaces: String(kit.body.workplaces),
    judges: String(kit.body.judges),
    spread: String(kit.body.spread),
    source: kit.body.source,
  });
  const [steps, setSteps] = useState(
    kit.body.experts.map(({ upTo, experts }) => ({ upTo: String(upTo), experts: String(experts) })),
  );
  const [titles, setTitles] = useState<Record<string, string>>({});
  const [points, setPoints] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Problems>({});
  const body: Body = {
    ...withPoints(kit.body, points),
    title: head.title,
    minutes: Number(head.minutes),
    workplaces: Number(head.workplaces),
    judges: Number(head.judges),
    spread: Number(head.spread),
    source: head.source,
    experts: steps.map(({ upTo, experts }) => ({ upTo: Number(upTo), experts: Number(experts) })),
  };
  const named = {
    ...body,
    criteria: body.criteria.map((criterion) => ({
      ...criterion,
      subcriteria: criterion.subcriteria.map((sub) => ({
        ...sub,
        aspects: sub.aspects.map((one) => ({ ...one, title: titles[one.code] ?? one.title })),
      })),
    })),
  };
  const submit = async () => {
    try {
      const { data } = await save.mutateAsync({ id: kit.id, rev: kit.rev, body: named });
      onDone(data.id);
    } catch (error) {
      setProblems(problemsFromServer(error, t('web:form.notSaved')));
    }
  };
  const field = (name: keyof typeof head, numeric = false) => (
    <TextInput
      key={name}
      name={name}
      label={t(`exams:rooms.kit.${name === 'title' ? 'name' : name}`)}
      {...(numeric ? { inputMode: 'numeric' as const } : {})}
      value={head[name]}
      onChange={(value) => setHead({ ...head, [name]: value })}
      error={problems[`body.${name}`]}
    />
  );
  const step = (i: number, name: 'upTo' | 'experts') => (
    <TextInput
      name={`${name}-${i}`}
      inputMode="numeric"
      label={t(`exams:rooms.kit.${name}`)}
      value={steps[i]?.[name] ?? ''}
      onChange={(value) => setSteps(steps.map((one, k) => (k === i ? { ...one, [name]: value } : one)))}
    />
  );
  return (
    <FormPanel
      title={t('exams:rooms.kit.editTitle')}
      about={t('exams:rooms.kit.editAbout')}
      submit={t('exams:rooms.kit.save')}
      busy={save.isPending}
      problems={problems}
      labels={{}}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {field('title')}
      {field('minutes', true)}
      {field('workplaces', true)}
      {field('judges', true)}
      {field('spread', true)}
      {field('source')}
      <fieldset className={room.whole}>
        <legend>{t('exams:rooms.kit.steps')}</legend>
        {steps.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own, and none is moved
          <div key={i} className={room.steps}>
            {step(i, 'upTo')}
            {step(i, 'experts')}
            {steps.length > 1 && (
              <Button size="s" onClick={() => setSteps(steps.filter((_one, k) => k !== i))}>
                {t('exams:rooms.kit.dropStep')}
              </Button>
            )}
          </div>
        ))}
        <Button size="s" icon="plus" onClick={() => setSteps([...steps, { upTo: '', experts: '' }])}>
          {t('exams:rooms.kit.addStep')}
        </Button>
      </fieldset>
      <fieldset className={room.whole}>
        <legend>
          {t('exams:rooms.kit.aspects')}. {t('exams:rooms.kit.total', { max: pointsOf(body.max) })}
          {body.max === kit.max ? '' : `, ${t('exams:rooms.kit.wasTotal', { max: pointsOf(kit.max) })}`}
        </legend>
        {aspects.map(({ code, title, max }) => (
          <div key={code} className={room.aspect}>
            <TextInput
              name={`title-${code}`}
              label={t('exams:rooms.kit.aspect', { code })}
              value={titles[code] ?? title}
              onChange={(value) => setTitles({ ...titles, [code]: value })}
            />
            <TextInput
              name={`max-${code}`}
              inputMode="decimal"
              label={t('exams:rooms.kit.aspectMax', { code })}
              value={points[code] ?? pointsOf(max)}
              onChange={(value) => setPoints({ ...points, [code]: value })}
            />
          </div>
        ))}
      </fieldset>
    </FormPanel>
  );
}
