import { Link, type ActiveOptions } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ComponentType, Ref } from 'react';
import { parseSearch } from '../lib/search-params';

/** An address of ours cut into what the router takes. */
export function splitHref(href: string): { to: string; search: Record<string, unknown>; hash?: string } {
  const { pathname, search, hash } = new URL(href, 'http://maillage.invalid');
  return { to: pathname, search: parseSearch(search), hash: hash ? hash.slice(1) : undefined };
}

interface HrefLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** `/indicateurs?mission=prevention`. */
  href: string;
  activeOptions?: ActiveOptions;
  ref?: Ref<HTMLAnchorElement>;
}

// The router's own component checks addresses known when compiling; this one takes any text.
const AnyLink = Link as unknown as ComponentType<Omit<HrefLinkProps, 'href'> & ReturnType<typeof splitHref>>;

/** A link to an address written as text, followed without reloading the page. */
export function HrefLink({ href, ...rest }: HrefLinkProps) {
  return <AnyLink {...splitHref(href)} {...rest} />;
}
