import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../text.ts';
import css from './sheet.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  full?: boolean;
}

/** The phone's place for what floats on a desk. */
export function Sheet({ opened, onClose, title, children, full }: Props) {
  const { t } = useTexts();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size={full ? '100%' : 'auto'}
      withOverlay
      title={title}
      closeButtonProps={{ 'aria-label': t('web:close'), size: 44 }}
      classNames={{ content: full ? undefined : css.sheet, title: css.title }}
    >
      {children}
    </Drawer>
  );
}
