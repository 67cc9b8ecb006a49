/**
 * Lines of a watchlist that would follow these packages, in order. A purl with an `@` needs its quotation marks in YAML, and a version
 * is a text there.
 */
export function watchLines(
  purls: readonly string[],
  inUse: readonly { readonly package: string; readonly version: string | undefined }[],
): string {
  const versions = new Map(inUse.map((one) => [one.package, one.version]));
  return purls.map((purl) => `${watchLine(purl, versions.get(purl))}\n`).join('');
}

function watchLine(purl: string, version: string | undefined): string {
  if (version === undefined) return `  - ${quoted(purl)}`;
  return `  - { package: ${quoted(purl)}, uses: ${quoted(version)} }`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
