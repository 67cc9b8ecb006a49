/** What OSV's rules say of some versions: https://ossf.github.io/osv-schema/#evaluation */
export interface Judged {
  readonly why: string;
  /** In the short form of a-record.ts; several are several entries in `ranges`. */
  readonly ranges?: readonly string[];
  readonly versions?: readonly string[];
  readonly affected: readonly string[];
  readonly safe: readonly string[];
}

/** Words as a list. */
export function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
