import { authorization } from '../../platform/credential.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import { failureOf } from '../failure-of.ts';
import type { Asking } from '../package-by-package.ts';
import { escapePart, type Module } from './module-path.ts';

/** A version, and the module that it is one of. */
export interface VersionAt {
  readonly module: Module;
  readonly version: string;
}

/** A file beside the lists. Its failure is told, not thrown. */
export type File<Value> =
  | { readonly status: 'read'; readonly value: Value }
  | { readonly status: 'lasting' | 'passing' };

const AT_ONCE = 8;

/** The address of a version's file: its `info`, its `mod` or its `zip`. */
export function fileUrl({ home }: Asking, { module, version }: VersionAt, ending: string): string {
  return `${home}/${module.address}/@v/${escapePart(version)}.${ending}`;
}

/** Reads a small file. */
export async function readFile<Value>(
  { world, credential }: Asking,
  url: string,
  parse: (body: Uint8Array) => Value,
): Promise<File<Value>> {
  try {
    const { body } = await world.http.request(url, { authorization: authorization(credential) });
    return { status: 'read', value: parse(body) };
  } catch (error) {
    return { status: failureOf(error) };
  }
}

/** Reads a file for each item, several at once, in no particular order. */
export function readEach<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Promise<File<Value>>,
): AsyncGenerator<readonly [Item, File<Value>]> {
  return inParallel(items, AT_ONCE, async (item) => [item, await read(item)] as const);
}
