import { headingVersion } from './heading-version.ts';
import { readRstHeadings } from './rst-headings.ts';

const ATX = /^ {0,3}#{1,6}[ \t]+\S/;
const EQUALS = /^(={1,6})[ \t]+(\S.*)$/;
const LISTING = /^(?:-{4,}|\.{4,}|\+{4,})[ \t]*$/;
const LONGEST = 300;

/**
 * The headings of a changelog as markdown; everything else stays as it is written. By the ending of its name it is
 * reStructuredText, AsciiDoc, RDoc or markdown; without one, reStructuredText if more versions are underlined than marked with `#`.
 */
export function toMarkdown(text: string, name: string): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (/\.(?:adoc|rdoc)$/i.test(name)) return fromEquals(lines).join('\n');
  if (/\.rst$/i.test(name) || (!/\.(?:md|markdown)$/i.test(name) && hasUnderlinedVersions(lines))) {
    return fromUnderlines(lines).join('\n');
  }
  return text;
}

function hasUnderlinedVersions(lines: readonly string[]): boolean {
  const underlined = readRstHeadings(lines).filter(({ text }) => headingVersion(text) !== undefined);
  const marked = lines.filter((line) => ATX.test(line) && headingVersion(line.replace(/^[ #]+/, '')));
  return underlined.length > marked.length;
}

function fromUnderlines(lines: readonly string[]): string[] {
  const result = [...lines];
  for (const { level, text, line, end } of readRstHeadings(lines)) {
    result.fill('', line, end);
    result[line] = `${'#'.repeat(level)} ${text}`;
  }
  return result;
}

// The same in AsciiDoc and RDoc: `== 1.2.3`. https://docs.asciidoctor.org/asciidoc/latest/sections/titles-and-levels/
function fromEquals(lines: readonly string[]): string[] {
  let listing: string | undefined;
  return lines.map((line) => {
    if (line.length > LONGEST) return line;
    if (LISTING.test(line) && (listing === undefined || listing === line.trim())) {
      listing = listing === undefined ? line.trim() : undefined;
    }
    if (listing !== undefined) return line;
    const [, marks, title] = EQUALS.exec(line) ?? [];
    return marks === undefined || title === undefined ? line : `${'#'.repeat(marks.length)} ${title}`;
  });
}
