import { Modal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { uiText } from '../messages/ui';

interface DialogProps {
  /** Open as long as it is drawn, unless told. */
  opened?: boolean;
  title: string | undefined;
  /** « md » unless told. */
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
  closeOnEscape?: boolean;
  /** A click beside it closes it: only where nothing typed can be lost. */
  closeOnClickOutside?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  onClose: () => void;
}

/** A window above the page. What is typed in it is not lost by a click beside it. */
export function Dialog({ opened = true, closeOnClickOutside = false, ...rest }: DialogProps) {
  return <Modal opened={opened} closeOnClickOutside={closeOnClickOutside} closeButtonProps={{ 'aria-label': uiText.close, size: 44 }} {...rest} />;
}
