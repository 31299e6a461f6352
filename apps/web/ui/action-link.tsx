import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { HrefLink } from './href-link';

/** What a button of the kit does: goes to an address of ours, or acts. */
export interface ActionProps {
  label: string;
  href?: string;
  onClick?: () => void;
  icon?: ReactNode;
  loading?: boolean;
  disabled?: boolean;
}

/** A button that acts, or a link that looks like one, after what it does. */
export function ActionButton({ label, href, onClick, icon, loading, disabled, ...look }: ActionProps & Pick<ButtonProps, 'variant' | 'color' | 'size' | 'fullWidth'>) {
  if (href !== undefined) {
    return (
      <Button component={HrefLink} href={href} leftSection={icon} {...look}>
        {label}
      </Button>
    );
  }
  return (
    <Button onClick={onClick} leftSection={icon} loading={loading} disabled={disabled} {...look}>
      {label}
    </Button>
  );
}
