import { Button, CopyButton } from '@mantine/core';
import { collectionLinksText } from '../../../messages/collection-links';
import classes from './collection-links.module.css';

const text = collectionLinksText.form;

/** The address of a link, shown once: to be copied now. */
export function LinkAddress({ address }: { address: string }) {
  return (
    <div className={classes.address} role="status">
      <p>{text.made}</p>
      <code aria-label={text.address}>{address}</code>
      <CopyButton value={address}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}
      </CopyButton>
    </div>
  );
}
