import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useSession } from '../session.tsx';
import { forgetExpired, isExpired, subscribeSignals } from '../signals.ts';
import { useTexts } from '../text.ts';
import { SignInForm } from '../widgets/sign-in-form.tsx';

/** Sign-in over the form that was being filled: nothing typed is lost, the page stays as it is. */
export function ExpiredDialog({ opened }: { opened?: boolean }) {
  const { t } = useTexts();
  const { person } = useSession();
  const expired = useSyncExternalStore(subscribeSignals, isExpired, () => false);
  return (
    <Modal.Root opened={opened ?? (expired && person !== null)} onClose={forgetExpired} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={t('web:expired.title')}>
        <Modal.Body>
          <SignInForm
            title={t('web:expired.title')}
            level={2}
            note={t('web:expired.text')}
            onDone={forgetExpired}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
