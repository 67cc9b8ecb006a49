/** All that can be reached from the starts, themselves among it. */
export function reach(starts: Iterable<string>, next: (id: string) => Iterable<string>): ReadonlySet<string> {
  const reached = new Set<string>(starts);
  // A set that grows while it is gone through is gone through to its end.
  for (const id of reached) for (const other of next(id)) reached.add(other);
  return reached;
}

/** Those that no other one needs. */
export function rootsOf(ids: Iterable<string>, next: (id: string) => Iterable<string>): ReadonlySet<string> {
  const roots = new Set(ids);
  for (const id of [...roots]) for (const other of next(id)) if (other !== id) roots.delete(other);
  return roots;
}
