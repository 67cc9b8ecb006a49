import { createGathering, type Gathering } from '../gathering.ts';
import { ALL_DIRECT, type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { foreignOrigin } from '../origin.ts';
import { purlText } from '../purl-text.ts';

// https://packaging.python.org/en/latest/specifications/dependency-specifiers/
const REQUIREMENT =
  /^([a-z\d](?:[\w.-]*[a-z\d])?)\s*(?:\[[^\]]*\])?\s*(?:@\s*(\S+)|\(?((?:[=<>!~][^;@()]*)?)\)?)\s*(?:;.*)?$/i;
// Who asked for it, as pip-compile and uv write it.
const ASKED = /(?:-r |\((?:pyproject\.toml|setup\.(?:py|cfg))\))/;

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
export const requirements: InventoryFormat = {
  id: 'requirements',
  title: 'pip: requirements.txt',
  names: ['*requirements*.txt', '*requirements*.in', 'constraints*.txt'],
  tells: { direct: `told by the comments of pip-compile and uv; without them ${ALL_DIRECT}`, dev: NOT_TOLD },
  looksLike: (text) =>
    /^[a-z\d][\w.-]*(?:\[[\w, -]*\])? *={2,3} *[\w.!+-]+/im.test(text.slice(0, 60_000)) &&
    !/^\s*[[{<]/.test(text),
  read: (text) => {
    const gathering = createGathering();
    const isTold = /^[ \t]*#[ \t]*via\b|[ \t]#[ \t]*via[ \t]/m.test(text);
    for (const { line, comments } of logicalLines(text)) {
      readLine(line, !isTold || ASKED.test(comments), gathering);
    }
    return gathering.done();
  },
};

function readLine(line: string, isDirect: boolean, gathering: Gathering): void {
  if (line.startsWith('-')) {
    // Hashes and the address of an index say nothing about what is in use.
    if (/^(?:-r|-c|--requirement|--constraint)/.test(line))
      gathering.skip(line, 'names another file: give that one too');
    if (/^(?:-e|--editable)/.test(line))
      gathering.skip(line, 'is a folder or repository, not a release of an index');
    return;
  }
  const [, name, address, clauses = ''] =
    REQUIREMENT.exec(line.replace(/\s+/g, ' ').replace(/ --[\w-]+[= ].*$/, '')) ?? [];
  // A range names no version, and neither does 1.2.*
  const [, version] = /(?:^|,)\s*={2,3}\s*([^\s,*]+)\s*(?:,|$)/.exec(clauses) ?? [];
  if (name === undefined) gathering.skip(line, foreignOrigin(line) ?? 'is no line that pip reads');
  else if (address !== undefined) gathering.skip(name, 'comes from an address of its own, not from an index');
  else gathering.add(purlText('pypi', name), { version, isDirect });
}

interface Line {
  readonly line: string;
  comments: string;
}

/** Lines with those that continue them, and the comments beside and below. */
function logicalLines(text: string): Line[] {
  const lines: Line[] = [];
  let begun = '';
  for (const physical of text.split(/\r?\n/)) {
    const comment = /(?:^|\s)#.*$/.exec(physical)?.[0] ?? '';
    const content = physical.slice(0, physical.length - comment.length).trim();
    const last = lines.at(-1);
    if (content.endsWith('\\')) begun += `${content.slice(0, -1)} `;
    else if (`${begun}${content}` !== '') {
      lines.push({ line: `${begun}${content}`, comments: comment });
      begun = '';
    } else if (last !== undefined) last.comments += `\n${comment.trim()}`;
  }
  if (begun !== '') lines.push({ line: begun.trim(), comments: '' });
  return lines;
}
