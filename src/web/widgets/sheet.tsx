import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../text.ts';
import { Icon } from './icon.tsx';
import css from './sheet.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  full?: boolean;
}

/** The phone's place for what floats on a desk. Its head is no landmark: the page behind has its own. */
export function Sheet({ opened, onClose, title, children, full }: Props) {
  const { t } = useTexts();
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="bottom"
      size={full ? '100%' : 'auto'}
      // a phone's scroll bar takes no room; the style that would hide it has no nonce, and the policy refuses it
      removeScrollProps={{ removeScrollBar: false }}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={title} className={full ? undefined : css.sheet}>
        <div className={css.head}>
          <p className={css.title}>{title}</p>
          <button type="button" className={css.close} onClick={onClose} aria-label={t('web:close')}>
            <Icon name="close" size={20} />
          </button>
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
