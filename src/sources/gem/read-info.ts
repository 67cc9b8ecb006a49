import { FormatError } from '../../platform/errors.ts';
import { decodeText } from '../../platform/http/parse-json.ts';
import { CHECKSUM, type GemFile, NUMBER, PLATFORM } from './gem-file.ts';

/**
 * Reads a gem's file of the compact index: below `---`, a line for each version and platform. Yanked ones are not in it.
 * https://guides.rubygems.org/rubygems-org-compact-index-api/
 * @throws FormatError for what is no such file
 */
export function readInfo(
  bytes: Uint8Array,
  subject: string,
): { readonly files: readonly GemFile[]; readonly dropped: number } {
  const lines = decodeText(bytes, subject)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const isInfo = lines[0] === '---';
  const read = (isInfo ? lines.slice(1) : lines).map(readLine);
  const files = read.filter((file) => file !== undefined);
  const dropped = read.length - files.length;
  if (files.length === 0 && (!isInfo || dropped > 0)) {
    throw new FormatError(`${subject}: the reply is no file of a compact index`);
  }
  return { files, dropped };
}

// `1.2.3-java dependency:>= 1|checksum:<sha256>,ruby:>= 3.0`
function readLine(line: string): GemFile | undefined {
  const [version = '', rest] = split(line, ' ');
  const [number, platform = 'ruby'] = split(version, '-');
  const requirements = split(rest ?? '', '|')[1];
  if (requirements === undefined || !NUMBER.test(number) || !PLATFORM.test(platform)) return undefined;
  const checksum = requirements
    .split(',')
    .find((each) => each.startsWith('checksum:'))
    ?.slice('checksum:'.length);
  return {
    number,
    platform,
    checksum: checksum !== undefined && CHECKSUM.test(checksum) ? checksum : undefined,
  };
}

function split(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
