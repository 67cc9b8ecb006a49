import { textList } from './text-list.ts';

const ID = /^[a-z0-9][a-z0-9.-]{0,63}$/;
const NAME = 'follow';

/** Ids of the projects that a reader follows, as they were kept. */
export function parseFollowed(kept: unknown): string[] {
  return textList(kept, (id) => ID.test(id));
}

/** The set with a project more, or without it. */
export function toggleFollowed(followed: readonly string[], id: string): string[] {
  return followed.includes(id) ? followed.filter((one) => one !== id) : [...followed, id];
}

/** The set that an address shares: `?follow=axios,knex`. Undefined where it shares none. */
export function readShared(search: string): string[] | undefined {
  const ids = parseFollowed(new URLSearchParams(search).get(NAME)?.split(','));
  return ids.length === 0 ? undefined : ids;
}

/** The same as an address, its ids in order of their text. */
export function writeShared(followed: readonly string[]): string {
  return `?${NAME}=${followed.toSorted().join(',')}`;
}

/** An address without the set that it shares. */
export function withoutShared(search: string): string {
  const rest = new URLSearchParams(search);
  rest.delete(NAME);
  return rest.size === 0 ? '' : `?${rest}`;
}
