/** A file as upstream tells of it. */
interface Summed {
  readonly name: string;
  readonly digest: string;
}

const SHA256 = /^sha256:([0-9a-f]{64})$/i;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/**
 * The lines that `sha256sum --check` reads, of the files whose sum is known. A name with a line break or a backslash is escaped, which
 * a backslash in front of its line tells. https://www.gnu.org/software/coreutils/manual/html_node/cksum-output-modes.html
 */
export function checksumLines(files: readonly Summed[]): string[] {
  return files.flatMap(({ name, digest }) => {
    const sum = SHA256.exec(digest)?.[1]?.toLowerCase();
    if (sum === undefined) return [];
    const escaped = name.replace(/[\\\n\r]/g, (character) => ESCAPES[character] ?? character);
    return [`${escaped === name ? '' : '\\'}${sum}  ${escaped}`];
  });
}
