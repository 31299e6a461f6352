import { Outlet } from '@tanstack/react-router';
import { shellText } from '../messages/shell';
import { BrandMark } from './brand';
import classes from './public-layout.module.css';

/** The frame of the pages open to anyone: one calm column. */
export function PublicLayout() {
  return (
    <div className={classes.frame}>
      <header className={classes.brand}>
        <BrandMark size={36} />
        <span>{shellText.product}</span>
      </header>
      <main className={classes.card} id="contenu" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
