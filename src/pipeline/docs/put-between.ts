/** A page with this text between two of its lines; undefined where it lacks them. */
export function putBetween(page: string, begin: string, end: string, text: string): string | undefined {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) return undefined;
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}
