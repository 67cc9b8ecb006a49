/** A folder or file of the site as the path of a link: a `%` in its name is a `%25` in its address. */
export function toHref(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}/${path.replaceAll('%', '%25')}`;
}
