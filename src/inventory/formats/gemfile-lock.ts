import { createGathering } from '../gathering.ts';
import { type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { purlText } from '../purl-text.ts';

// What is under other headings comes from elsewhere.
const ORIGINS: ReadonlyMap<string, string> = new Map([
  ['GIT', 'comes from a git repository, not from RubyGems'],
  ['PATH', 'is a folder, not a release of RubyGems'],
  ['PLUGIN SOURCE', 'comes from a plugin of Bundler, not from RubyGems'],
]);

/** https://bundler.io/guides/rationale.html#checking-your-code-into-version-control */
export const gemfileLock: InventoryFormat = {
  id: 'bundler',
  title: 'Bundler: Gemfile.lock',
  names: ['Gemfile.lock', 'gems.locked', '*.gemfile.lock'],
  tells: { direct: 'told', dev: NOT_TOLD },
  looksLike: (text) => /^GEM\r?\n {2}remote: /m.test(text) || /^DEPENDENCIES\r?\n/m.test(text),
  read: (text) => {
    const gathering = createGathering();
    const lines = readLines(text);
    // `rails (~> 8.0)`, `own!`
    const asked = lines.filter(({ heading, depth }) => heading === 'DEPENDENCIES' && depth === 2);
    const direct = new Set(asked.map(({ line }) => line.split(/[ !]/, 1)[0]));
    for (const { heading, depth, line } of lines) {
      // Deeper ones are what each gem needs.
      if (depth !== 4 || !(heading === 'GEM' || ORIGINS.has(heading))) continue;
      const [, name = '', written = ''] = /^(\S+) \(([^)]*)\)$/.exec(line) ?? [];
      const why = name === '' ? 'is no line of a lock file' : ORIGINS.get(heading);
      // A gem for one platform says so behind its version: 1.18.9-x86_64-linux
      const [version] = written.split('-', 1);
      if (why !== undefined) gathering.skip(name || line, why);
      else gathering.add(purlText('gem', name), { version, isDirect: direct.has(name) });
    }
    return gathering.done();
  },
};

function readLines(text: string) {
  const lines: { readonly heading: string; readonly depth: number; readonly line: string }[] = [];
  let heading = '';
  for (const written of text.split(/\r?\n/)) {
    const line = written.trim();
    const depth = written.length - written.trimStart().length;
    if (line !== '' && depth === 0) heading = line;
    else if (line !== '') lines.push({ heading, depth, line });
  }
  return lines;
}
