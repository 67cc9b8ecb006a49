/** A text as YAML in single quotes, so that 1.10 stays a version and `#` begins no comment. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
