import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, SIZE_CLASSES } from '../contract.ts';
import { organisationInput, organisationLabels, organisationTexts } from './organisation-fields.ts';
import css from './registry.module.css';
import { api, PLACES } from './registry-api.ts';

const schema = contract.registerEnterprise['~orpc'].inputSchema;
/** Which faults keep one on a step. */
const STEPS = [
  ['fullName', 'shortName', 'inn', 'kpp', 'ogrn'],
  ['municipalityId', 'address', 'okved', 'sizeClass'],
  ['contact.surname', 'contact.givenName', 'contact.patronymic', 'email'],
] as const;

function Done({ email }: { email: string }) {
  const { t } = useTexts();
  return (
    <div className={css.narrow} role="status">
      <PageHead title={t('registry:register.title')} about={t('registry:register.done', { email })} />
      <p className={css.said}>{t('registry:register.doneNext')}</p>
      <Link to="/sign-in" className={buttonClass({ kind: 'main' })}>
        {t('registry:register.signIn')}
      </Link>
    </div>
  );
}

/** An enterprise registers itself in three steps; a link to set a password comes by mail. */
export default function Register() {
  const { t } = useTexts();
  const [step, setStep] = useState(0);
  const places = useRead(PLACES, api.listMunicipalities, {});
  const register = useChange(api.registerEnterprise);
  const { kind: _, accessClass: __, ...texts } = organisationTexts();
  const form = useForm({
    initial: { ...texts, surname: '', givenName: '', patronymic: '', email: '' },
    schema,
    input: ({ surname, givenName, patronymic, email, ...rest }) => {
      const {
        kind: _kind,
        accessClass: _access,
        ...fields
      } = organisationInput({ ...organisationTexts(), ...rest });
      return { ...fields, contact: { surname, givenName, patronymic }, email };
    },
  });
  if (register.isSuccess) return <Done email={form.value.email} />;
  const labels: Record<string, string> = {
    ...organisationLabels(t),
    'contact.surname': t('registry:people.surname'),
    'contact.givenName': t('registry:people.givenName'),
    'contact.patronymic': t('registry:people.patronymic'),
    email: t('registry:register.email'),
  };
  const contact = (name: 'surname' | 'givenName' | 'patronymic') => ({
    ...form.field(name),
    name: `contact.${name}`,
    label: labels[`contact.${name}`],
    error: form.problems[`contact.${name}`],
  });
  const next = async () => {
    if (step === 2) {
      if (await form.submit(register.mutateAsync)) return;
      return;
    }
    if (form.checkOnly(STEPS[step] ?? [])) setStep(step + 1);
  };
  const titles = [t('registry:register.one'), t('registry:register.two'), t('registry:register.three')];
  return (
    <div className={css.narrow}>
      <PageHead title={t('registry:register.title')} about={t('registry:register.about')} />
      <FormPanel
        title={titles[step]}
        about={t('registry:register.step', { step: step + 1 })}
        submit={t(step === 2 ? 'registry:register.send' : 'registry:register.next')}
        busy={form.busy}
        problems={form.problems}
        labels={labels}
        onSubmit={() => void next()}
        more={step > 0 && <Button onClick={() => setStep(step - 1)}>{t('registry:register.back')}</Button>}
      >
        {step === 0 && (
          <>
            <TextInput {...form.field('inn')} inputMode="numeric" label={labels.inn} />
            <TextInput {...form.field('fullName')} label={labels.fullName} />
            <TextInput
              {...form.field('shortName')}
              label={labels.shortName}
              hint={t('registry:card.shortHint')}
            />
            <TextInput {...form.field('kpp')} inputMode="numeric" label={labels.kpp} optional />
            <TextInput {...form.field('ogrn')} inputMode="numeric" label={labels.ogrn} optional />
          </>
        )}
        {step === 1 && (
          <>
            <ChoiceInput
              {...form.field('municipalityId')}
              label={labels.municipalityId}
              none={t('registry:card.none')}
              choices={(places.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextInput {...form.field('address')} label={labels.address} optional />
            <TextInput {...form.field('okved')} label={labels.okved} optional />
            <ChoiceInput
              {...form.field('sizeClass')}
              label={labels.sizeClass}
              none={t('registry:card.none')}
              choices={SIZE_CLASSES.map((value) => ({ value, label: t(`registry:size.${value}`) }))}
            />
          </>
        )}
        {step === 2 && (
          <>
            <TextInput {...contact('surname')} />
            <TextInput {...contact('givenName')} />
            <TextInput {...contact('patronymic')} optional />
            <TextInput
              {...form.field('email')}
              type="email"
              label={labels.email}
              hint={t('registry:register.emailHint')}
            />
          </>
        )}
      </FormPanel>
    </div>
  );
}
