/** Where a name is found from a folder on, which is '' or ends in a slash. */
export type Lookup = (folder: string) => (name: string) => string | undefined;

/**
 * Looks names up as Node does: in a folder itself, then in those above it, up to the top.
 * @param split a key’s folder and name
 */
export function createLookup(
  keys: Iterable<string>,
  split: (key: string) => readonly [folder: string, name: string],
): Lookup {
  const folders = new Map<string, Map<string, string>>();
  for (const key of keys) {
    const [folder, name] = split(key);
    folders.set(folder, (folders.get(folder) ?? new Map<string, string>()).set(name, key));
  }
  return (folder) => {
    // Found once for all names: put together with each of them, a long folder would be read as often as there are names.
    const near = foldersUp(folder).flatMap((one) => folders.get(one) ?? []);
    return (name) => near.find((inside) => inside.has(name))?.get(name);
  };
}

const DEEPEST = 64;

function foldersUp(folder: string): readonly string[] {
  const folders: string[] = [];
  for (let rest = folder; rest !== '' && folders.length < DEEPEST; ) {
    folders.push(rest);
    rest = rest.slice(0, rest.lastIndexOf('/', rest.length - 2) + 1);
  }
  return [...folders, ''];
}
