import { Outlet, useRouterState } from '@tanstack/react-router';
import { shellText } from '../messages/shell';
import classes from './root-layout.module.css';

/** What stands above every page: the thin line that says a page is coming. */
export function RootLayout() {
  const busy = useRouterState({ select: (state) => state.status === 'pending' });
  return (
    <>
      <div className={classes.progress} data-busy={busy || undefined} aria-hidden="true" />
      <div role="status" className="only-read-aloud">
        {busy ? shellText.loading : ''}
      </div>
      <Outlet />
    </>
  );
}
