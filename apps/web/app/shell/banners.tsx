import { useSyncExternalStore } from 'react';
import { shellText } from '../../messages/shell';
import { IconInfoCircle, IconWifiOff } from '../../ui/icons';
import { useSession } from '../session';
import classes from './banners.module.css';

function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** What holds for the whole page: invented figures, no network. */
export function Banners() {
  const { demo } = useSession();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  return (
    <>
      {demo ? (
        <p className={classes.banner} data-kind="demo">
          <IconInfoCircle size={18} aria-hidden="true" />
          <span>{shellText.demo}</span>
        </p>
      ) : null}
      <div role="status">
        {online ? null : (
          <p className={classes.banner} data-kind="offline">
            <IconWifiOff size={18} aria-hidden="true" />
            <span>{shellText.offline}</span>
          </p>
        )}
      </div>
    </>
  );
}
