import { purlOfAddress } from '../../core/address.ts';
import { createGathering } from '../gathering.ts';
import { ALL_DIRECT, type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { purlText, splitPurl } from '../purl-text.ts';

const REPOSITORY = /^[\w-]+\/[\w.-]+$/;

/** Lines of purls, addresses, or repositories of GitHub. */
export const nameList: InventoryFormat = {
  id: 'names',
  title: 'A list of lines: owner/name at GitHub, purls, or addresses of pages',
  names: ['stars.txt', 'starred.txt', 'repos.txt', 'packages.txt', 'purls.txt'],
  tells: { direct: ALL_DIRECT, dev: NOT_TOLD },
  looksLike: (text) => {
    const [first = ''] = linesOf(text.slice(0, 10_000));
    return REPOSITORY.test(first) || /^(?:pkg:\w|https?:\/\/)\S+$/.test(first);
  },
  read: (text) => {
    const gathering = createGathering();
    for (const line of linesOf(text)) {
      const purl = REPOSITORY.test(line) ? purlText('github', line) : purlOf(line);
      if (purl === undefined)
        gathering.skip(line, 'is neither owner/name, nor a purl, nor an address that Tidings knows');
      else {
        const read = splitPurl(purl);
        gathering.add(read.purl, { version: read.version, isDirect: true });
      }
    }
    return gathering.done();
  },
};

function purlOf(line: string): string | undefined {
  return line.startsWith('pkg:') ? line : purlOfAddress(line);
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
