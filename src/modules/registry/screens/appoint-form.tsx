import { useChange } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { mayAppoint, ROLES, type RoleName } from '../roles.ts';
import { OrganisationChoice } from './organisation-choice.tsx';
import { ASSIGNMENTS, api, todayHere } from './registry-api.ts';

const schema = contract.appoint['~orpc'].inputSchema;

/** A person and a role from a day on; only roles that mine appoints to are offered. */
export function AppointForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const { assignment, rights } = useSession();
  const appoint = useChange(api.appoint, [ASSIGNMENTS]);
  const mine = assignment?.role ?? '';
  const roles = (Object.keys(ROLES) as RoleName[]).filter((role) => mayAppoint(mine, role));
  const own = assignment?.organisation?.id ?? '';
  const elsewhere = rights['registry.assignment.appoint'] !== 'organisation';
  const form = useForm({
    initial: {
      surname: '',
      givenName: '',
      patronymic: '',
      birthDate: '',
      email: '',
      role: roles[0] ?? '',
      organisationId: elsewhere ? '' : own,
      from: todayHere(),
      to: '',
      ground: '',
    },
    schema,
    input: ({ surname, givenName, patronymic, birthDate, email, organisationId, to, ...rest }) => ({
      person: { surname, givenName, patronymic, birthDate: birthDate || null },
      ...(email ? { email } : {}),
      organisationId: organisationId || null,
      to: to || null,
      ...rest,
    }),
  });
  const labels = {
    person: t('registry:people.name'),
    'person.surname': t('registry:people.surname'),
    'person.givenName': t('registry:people.givenName'),
    'person.patronymic': t('registry:people.patronymic'),
    'person.birthDate': t('registry:people.birthDate'),
    email: t('registry:people.email'),
    role: t('registry:people.roleChoice'),
    organisationId: t('registry:people.organisation'),
    from: t('registry:people.from'),
    to: t('registry:people.to'),
    ground: t('registry:people.ground'),
  };
  const inPerson = (name: 'surname' | 'givenName' | 'patronymic' | 'birthDate') => ({
    ...form.field(name),
    name: `person.${name}`,
    label: labels[`person.${name}`],
    error: form.problems[`person.${name}`],
  });
  return (
    <FormPanel
      title={t('registry:people.appoint')}
      submit={t('registry:people.appointSave')}
      blocked={roles.length === 0 ? t('registry:people.noRole') : undefined}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(appoint.mutateAsync)) onClose();
      }}
    >
      <TextInput {...inPerson('surname')} />
      <TextInput {...inPerson('givenName')} />
      <TextInput {...inPerson('patronymic')} optional />
      <TextInput {...inPerson('birthDate')} type="date" optional />
      <ChoiceInput
        {...form.field('role')}
        label={labels.role}
        hint={t('registry:people.roleHint')}
        choices={roles.map((value) => ({ value, label: t(`registry:role.${value}`) }))}
      />
      {elsewhere && <OrganisationChoice {...form.field('organisationId')} label={labels.organisationId} />}
      <TextInput
        {...form.field('email')}
        type="email"
        label={labels.email}
        hint={t('registry:people.emailHint')}
        optional
      />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('to')} type="date" label={labels.to} optional />
      <TextInput {...form.field('ground')} label={labels.ground} hint={t('registry:people.groundHint')} />
    </FormPanel>
  );
}
