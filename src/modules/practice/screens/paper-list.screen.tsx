import { type ReactNode, useEffect, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { LIST_BYTES, PLAN_KINDS } from '../contract.ts';
import { minorOn } from '../rules/student-line.ts';
import css from './paper.module.css';
import { api, base64Of, PAPERS_OF } from './paper-api.ts';
import { type Draft, EMPTY, missingOf, partyFields, setOf, studentsOf } from './paper-draft.ts';
import { PaperKinds } from './paper-kinds.tsx';

interface Fields {
  draft: Draft;
  set: (name: keyof Draft, value: string) => void;
}

function useField({ draft, set }: Fields) {
  return (name: keyof Draft) => ({ name, value: draft[name], onChange: (value: string) => set(name, value) });
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={`panel ${css.box}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={css.fields}>{children}</div>
    </section>
  );
}

function Who(fields: Fields) {
  const { t } = useTexts();
  const at = useField(fields);
  const [problem, setProblem] = useState('');
  const { draft, set } = fields;
  const students = studentsOf(draft);
  const faults = students.filter(({ fault }) => fault !== null);
  const minors = draft.from ? students.filter(({ birthDate }) => minorOn(birthDate, draft.from)).length : 0;
  const read = async (file: File) => {
    setProblem('');
    try {
      const { data } = await api.readStudentList({ name: file.name, content: await base64Of(file) });
      set('list', data.lines.join('\n'));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '');
    }
  };
  return (
    <Part id="who" title={t('practice:papers.screen.who')}>
      <TextInput {...at('group')} label={t('practice:papers.screen.group')} />
      <TextInput {...at('code')} label={t('practice:papers.screen.code')} />
      <TextInput {...at('programme')} label={t('practice:papers.screen.programme')} />
      <div className={css.wide}>
        <AreaInput
          {...at('list')}
          rows={8}
          label={t('practice:papers.screen.list')}
          hint={t('practice:papers.screen.listHint')}
        />
      </div>
      <div className={css.wide}>
        <p role="status">
          {students.length > 0 && t('practice:papers.screen.read', { count: students.length })}
          {minors > 0 && `, ${t('practice:papers.screen.minors', { count: minors })}`}
        </p>
        {faults.length > 0 && (
          <ul className={css.faults}>
            {faults.map(({ name, fault }) => (
              <li key={name}>
                <StateMark state="remind">
                  {t('practice:papers.screen.faultLine', {
                    line: name,
                    what: fault ? t(`practice:papers.fault.${fault}`) : '',
                  })}
                </StateMark>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={css.wide}>
        <FileDrop
          label={t('practice:papers.screen.file')}
          hint={t('practice:papers.screen.fileHint')}
          accept={['.xlsx', '.ods', '.csv', '.txt']}
          maxBytes={LIST_BYTES}
          onFile={(file) => void read(file)}
        />
        {problem && <p role="alert">{problem}</p>}
      </div>
    </Part>
  );
}

function Organisation({ fields, side }: { fields: Fields; side: 'host' | 'own' }) {
  const { t } = useTexts();
  const at = useField(fields);
  return (
    <>
      <TextInput {...at(`${side}Full`)} label={t('practice:papers.screen.hostFull')} />
      <TextInput {...at(`${side}Short`)} label={t('practice:papers.screen.hostShort')} optional />
      <TextInput {...at(`${side}Inn`)} inputMode="numeric" label={t('practice:papers.screen.inn')} optional />
      <TextInput {...at(`${side}Address`)} label={t('practice:papers.screen.address')} optional />
      <TextInput {...at(`${side}HeadPost`)} label={t('practice:papers.screen.headPost')} optional />
      <TextInput {...at(`${side}HeadName`)} label={t('practice:papers.screen.headName')} optional />
      <TextInput
        {...at(`${side}Authority`)}
        label={t('practice:papers.screen.authority')}
        hint={t('practice:papers.screen.authorityHint')}
        optional
      />
    </>
  );
}

function When(fields: Fields) {
  const { t } = useTexts();
  const at = useField(fields);
  return (
    <Part id="when" title={t('practice:papers.screen.when')}>
      <TextInput {...at('from')} type="date" label={t('practice:papers.screen.from')} />
      <TextInput {...at('to')} type="date" label={t('practice:papers.screen.to')} />
      <ChoiceInput
        {...at('kind')}
        label={t('practice:papers.screen.kind')}
        choices={PLAN_KINDS.map((value) => ({ value, label: t(`practice:kind.${value}`) }))}
      />
      <TextInput {...at('module')} label={t('practice:papers.screen.module')} optional />
      <TextInput {...at('practice')} label={t('practice:papers.screen.practice')} optional />
      <TextInput {...at('hours')} inputMode="numeric" label={t('practice:papers.screen.hours')} optional />
      <TextInput
        {...at('supervisor')}
        label={t('practice:papers.screen.supervisor')}
        hint={t('practice:papers.screen.full')}
        optional
      />
      <TextInput {...at('agreementNumber')} label={t('practice:papers.screen.agreementNumber')} optional />
      <TextInput
        {...at('agreementOn')}
        type="date"
        label={t('practice:papers.screen.agreementOn')}
        optional
      />
      <div className={css.wide}>
        <AreaInput
          {...at('competences')}
          label={t('practice:papers.screen.competences')}
          hint={t('practice:papers.screen.competencesHint')}
          optional
        />
      </div>
    </Part>
  );
}

/** Papers of a group on the first day: a list, a plant and dates, and nothing set up before. */
export default function PaperList() {
  const { t } = useTexts();
  const known = useRead(PAPERS_OF, api.newPaperSet, {});
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const region = known.data?.data;
  useEffect(() => {
    if (!region) return;
    setDraft((now) => ({
      ...now,
      ...(region.college && partyFields('own', region.college)),
      ...(region.host && partyFields('host', region.host)),
      city: region.city ?? '',
    }));
  }, [region]);
  const fields: Fields = {
    draft,
    set: (name, value) => setDraft((now) => ({ ...now, [name]: value })),
  };
  const at = useField(fields);
  const missing = missingOf(draft);
  return (
    <>
      <PageHead title={t('practice:papers.screen.title')} about={t('practice:papers.screen.about')} />
      <Who {...fields} />
      <Part id="where" title={t('practice:papers.screen.where')}>
        <Organisation fields={fields} side="host" />
        <TextInput
          {...at('hostSupervisor')}
          label={t('practice:papers.screen.hostSupervisor')}
          hint={t('practice:papers.screen.full')}
          optional
        />
        <TextInput {...at('place')} label={t('practice:papers.screen.place')} optional />
        <TextInput {...at('works')} label={t('practice:papers.screen.works')} optional />
      </Part>
      <When {...fields} />
      <section className={`panel ${css.box}`} aria-labelledby="own">
        <h2 id="own">{t('practice:papers.screen.own')}</h2>
        <p>{draft.ownFull}</p>
        <details className={css.own} open={region !== undefined && region.college === null}>
          <summary>{t('practice:papers.screen.ownChange')}</summary>
          <div className={css.fields}>
            <Organisation fields={fields} side="own" />
          </div>
        </details>
      </section>
      <PaperKinds
        set={missing || !region ? null : setOf(draft, region)}
        blocked={missing ? t(`practice:papers.screen.${missing}`) : undefined}
      />
    </>
  );
}
