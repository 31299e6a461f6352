import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { countParam, stringifySearch, textParam } from '../../lib/search-params';
import type { TableView } from './columns';

type Search = Record<string, unknown>;

/**
 * Keeps the parameters of tables in an address whose route checks its own:
 * `validateSearch: (search) => ({ ...tableSearch(search), period: textParam(search.period) })`.
 */
export function tableSearch(search: Search): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([name]) => /^([a-z]+\.)?(q|tri|page|f\..+)$/.test(name))
      .map(([name, value]) => [name, textParam(value)]),
  );
}

/** The view of one table as the address tells it, and how to change it. `name` tells two tables of a page apart. */
export function useTableView(name?: string): [TableView, (change: Partial<TableView>) => void] {
  const search: Search = useSearch({ strict: false });
  const router = useRouter();
  const prefix = name ? `${name}.` : '';

  const view = useMemo<TableView>(() => {
    const sort = textParam(search[`${prefix}tri`]);
    const start = `${prefix}f.`;
    return {
      q: textParam(search[`${prefix}q`]) ?? '',
      sort: sort ? { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : null,
      page: countParam(search[`${prefix}page`]) ?? 1,
      filters: Object.fromEntries(
        Object.entries(search).flatMap(([key, value]) => {
          const text = textParam(value);
          return key.startsWith(start) && text ? [[key.slice(start.length), text]] : [];
        }),
      ),
    };
  }, [search, prefix]);

  const change = useCallback(
    (wanted: Partial<TableView>) => {
      // Any change but that of the page goes back to the first one.
      const next = { ...view, page: 1, ...wanted };
      const { pathname, search: before } = router.state.location;
      const others = Object.entries(before).filter(([key]) => !key.startsWith(`${prefix}f.`) && ![`${prefix}q`, `${prefix}tri`, `${prefix}page`].includes(key));
      const after = {
        ...Object.fromEntries(others),
        [`${prefix}q`]: next.q,
        [`${prefix}tri`]: next.sort ? `${next.sort.descending ? '-' : ''}${next.sort.key}` : undefined,
        [`${prefix}page`]: next.page > 1 ? next.page : undefined,
        ...Object.fromEntries(Object.entries(next.filters).map(([key, value]) => [`${prefix}f.${key}`, value])),
      };
      void router.navigate({ href: `${pathname}${stringifySearch(after)}`, replace: true, resetScroll: false });
    },
    [router, prefix, view],
  );
  return [view, change];
}

/** The columns a person hid, kept on this device. */
export function readHidden(id: string, byDefault: string[]): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`maillage:columns:${id}`) ?? 'null');
    return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : byDefault;
  } catch {
    return byDefault;
  }
}

/** Remembers the columns a person hid; without storage, the choice holds for the page only. */
export function writeHidden(id: string, hidden: readonly string[]): void {
  try {
    localStorage.setItem(`maillage:columns:${id}`, JSON.stringify(hidden));
  } catch {
    return;
  }
}
