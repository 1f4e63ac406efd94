import { Menu as Dropdown, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Assignment, useSession, useSessionActs } from '../session.tsx';
import { useTexts } from '../text.ts';
import { Icon } from '../widgets/icon.tsx';
import css from './person.module.css';

const SCHEMES = [
  { value: 'auto', icon: 'settings' },
  { value: 'light', icon: 'sun' },
  { value: 'dark', icon: 'moon' },
] as const;

function roleName(assignment: Assignment | null): string {
  if (!assignment) return '';
  return assignment.organisation?.name ?? assignment.roleTitle;
}

function Roles({ onSwitch }: { onSwitch: (id: string) => void }) {
  const { t } = useTexts();
  const { assignment, assignments } = useSession();
  if (assignments.length < 2) return null;
  return (
    <>
      <Dropdown.Label>{t('web:person.actAs')}</Dropdown.Label>
      {assignments.map((one) => (
        <Dropdown.Item
          key={one.id}
          aria-current={one.id === assignment?.id || undefined}
          leftSection={one.id === assignment?.id ? <Icon name="check" /> : <Icon name="person" />}
          onClick={() => onSwitch(one.id)}
        >
          {one.roleTitle}
          {one.organisation && <small className={css.where}>{one.organisation.name}</small>}
        </Dropdown.Item>
      ))}
      <Dropdown.Divider />
    </>
  );
}

function Scheme() {
  const { t } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Dropdown.Label>{t('web:scheme.label')}</Dropdown.Label>
      {SCHEMES.map(({ value, icon }) => (
        <Dropdown.Item
          key={value}
          aria-current={colorScheme === value || undefined}
          leftSection={<Icon name={colorScheme === value ? 'check' : icon} />}
          onClick={() => setColorScheme(value)}
        >
          {t(`web:scheme.${value}`)}
        </Dropdown.Item>
      ))}
    </>
  );
}

/** Who works here now and as whom; the active role is switched here and goes into history. */
export function Person() {
  const { t } = useTexts();
  const { person, assignment } = useSession();
  const acts = useSessionActs();
  if (!person) return null;
  return (
    <Dropdown position="top-start" width={288} shadow="md">
      <Dropdown.Target>
        <button type="button" className={css.person}>
          <span className={css.initials} aria-hidden="true">
            {person.initials}
          </span>
          <span className={css.words}>
            <b>{person.name}</b>
            {roleName(assignment)}
          </span>
          <span className="sr">{t('web:person.open')}</span>
        </button>
      </Dropdown.Target>
      <Dropdown.Dropdown>
        <Roles onSwitch={(id) => void acts.switchTo(id)} />
        <Scheme />
        <Dropdown.Divider />
        <Dropdown.Item component={Link} to="/my-data" leftSection={<Icon name="shield" />}>
          {t('web:links.myData')}
        </Dropdown.Item>
        <Dropdown.Item component={Link} to="/help/rules" leftSection={<Icon name="help" />}>
          {t('web:links.rules')}
        </Dropdown.Item>
        <Dropdown.Item leftSection={<Icon name="exit" />} onClick={() => void acts.signOut()}>
          {t('web:person.signOut')}
        </Dropdown.Item>
      </Dropdown.Dropdown>
    </Dropdown>
  );
}
