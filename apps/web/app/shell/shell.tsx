import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { shellText } from '../../messages/shell';
import { useToast } from '../../ui/toast';
import { homeHref } from '../return-address';
import { sessionQuery, useContractYear, useSession, viewOf } from '../session';
import { AccountMenu } from './account-menu';
import { Banners } from './banners';
import { BottomBar } from './bottom-bar';
import { CommunitySwitcher } from './community-switcher';
import { SideNav } from './side-nav';
import classes from './shell.module.css';
import { Toasts } from './toasts';
import { BrandMark } from '../brand';

/** After each change of page, the keyboard and the screen reader start at its title. */
function useFocusOnNewPage(): void {
  const router = useRouter();
  const first = useRef(true);
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        if (first.current) {
          first.current = false;
          return;
        }
        if (!pathChanged || document.querySelector('[role="dialog"]')) return;
        const title = document.querySelector<HTMLElement>('#contenu h1') ?? document.querySelector<HTMLElement>('#contenu');
        title?.focus({ preventScroll: true });
      }),
    [router],
  );
}

/** When the session has gone to another community or person, here or in another tab: says it, and starts again from the home. */
function useFollowedSession(): void {
  const { communityId, communityName, person } = useSession();
  const router = useRouter();
  const toast = useToast();
  const shown = useRef({ communityId, personId: person.id });
  useEffect(() => {
    const before = shown.current;
    if (before.communityId === communityId && before.personId === person.id) return;
    shown.current = { communityId, personId: person.id };
    toast.done(before.personId === person.id ? shellText.nowIn(communityName) : shellText.nowAs(person.name, communityName));
    void router.navigate({ href: homeHref });
  }, [communityId, communityName, person, router, toast]);
}

/** The frame of every page behind the sign-in; nothing any more once the session is over, until the sign-in page is there. */
export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const router = useRouter();
  const undecided = session !== null && session.community === null;
  // Another tab signed in and has not chosen a community: the sign-in page asks for it here too.
  useEffect(() => {
    if (undecided) void router.invalidate();
  }, [undecided, router]);
  return viewOf(session) ? <Frame /> : null;
}

function Frame() {
  const { communityName, communityId } = useSession();
  const year = useContractYear();
  const { pathname } = useLocation();
  useFocusOnNewPage();
  useFollowedSession();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#contenu" onClick={() => document.getElementById('contenu')?.focus()}>
        {shellText.skip}
      </a>
      <section className={classes.column} aria-label={shellText.frame}>
        <div className={classes.side}>
          <div className={classes.brand}>
            <BrandMark size={26} />
            <span>{shellText.product}</span>
          </div>
          <CommunitySwitcher />
          <SideNav />
          <div className={classes.account}>
            <AccountMenu />
          </div>
        </div>
      </section>
      <section className={classes.top} aria-label={shellText.frame}>
        <CommunitySwitcher compact />
        <AccountMenu compact />
      </section>
      <p className={`only-print ${classes.printHead}`}>
        {communityName}
        {year ? ` · ${year.label}` : ''}
      </p>
      <main className={classes.main} id="contenu" tabIndex={-1} key={communityId} data-path={pathname}>
        <Banners />
        <div className={classes.page}>
          <Outlet />
        </div>
      </main>
      <BottomBar />
      <Toasts />
    </div>
  );
}
