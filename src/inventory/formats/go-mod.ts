import { createGathering } from '../gathering.ts';
import { type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { purlText } from '../purl-text.ts';

interface Target {
  readonly path: string;
  readonly version: string | undefined;
}

/** https://go.dev/ref/mod#go-mod-file */
export const goMod: InventoryFormat = {
  id: 'go',
  title: 'Go: go.mod',
  names: ['go.mod', '*.mod'],
  tells: { direct: 'told: not marked as indirect', dev: NOT_TOLD },
  looksLike: (text) =>
    /^module\s+\S+\s*(?:\/\/.*)?$/m.test(text.slice(0, 10_000)) && /^(?:go|require|toolchain)\b/m.test(text),
  read: (text) => {
    const gathering = createGathering();
    const directives = readDirectives(text);
    const replaced = new Map(
      directives.flatMap(({ verb, words }) => (verb === 'replace' ? replacement(words) : [])),
    );
    for (const { verb, words, comment } of directives) {
      const [path = '', version] = words;
      if (verb !== 'require') continue;
      const target = replaced.get(`${path} ${version}`) ?? replaced.get(path) ?? { path, version };
      if (/^\.{0,2}\/|^[a-z]:\\/i.test(target.path)) gathering.skip(path, 'is replaced by a folder');
      else
        gathering.add(purlText('golang', target.path), {
          version: target.version,
          isDirect: !/\bindirect\b/.test(comment),
        });
    }
    return gathering.done();
  },
};

interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  readonly comment: string;
}

function readDirectives(text: string): Directive[] {
  const directives: Directive[] = [];
  let block: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const start = line.search(/(?:^|\s)\/\//);
    const comment = start < 0 ? '' : line.slice(start);
    const words = (start < 0 ? line : line.slice(0, start))
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(unquoted);
    const [first = '', ...rest] = words;
    if (first === '') continue;
    if (first === ')') block = undefined;
    else if (block !== undefined) directives.push({ verb: block, words, comment });
    else if (rest[0] === '(') block = first;
    else directives.push({ verb: first, words: rest, comment });
  }
  return directives;
}

function unquoted(word: string): string {
  return word.replace(/^(["`])(.*)\1$/, '$2');
}

/** `a => b v2`, `a v1 => b v2`, `a => ../folder`. */
function replacement(words: readonly string[]): (readonly [string, Target])[] {
  const arrow = words.indexOf('=>');
  const [path, version] = words.slice(arrow + 1);
  return arrow < 1 || path === undefined ? [] : [[words.slice(0, arrow).join(' '), { path, version }]];
}
