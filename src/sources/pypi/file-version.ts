const WHEEL = /\.whl$/i;
const EGG = /\.egg$/i;
const SOURCE = /\.(?:tar\.(?:gz|bz2|xz|z|lz|lzma)|tgz|tbz|txz|zip)$/i;
const INSTALLER = /\.(?:exe|msi|rpm)$/i;
// What the tools of Python 2 wrote behind the version.
const PLATFORM = /\.(?:win32|win-|linux-|macosx-|noarch|src|x86_64|i[3-6]86).*$/i;

/** Whether a name is that of a file which belongs to one version. */
export function isDistribution(file: string): boolean {
  return [WHEEL, EGG, SOURCE, INSTALLER].some((ending) => ending.test(file));
}

/** Whether a file is a source distribution in the form that is usual now, and that we can open. */
export function isSourceTarball(file: string): boolean {
  return /\.(?:tar\.gz|tgz)$/i.test(file) && !PLATFORM.test(file);
}

/**
 * The version in the name of a file, as it stands there; undefined where it cannot be found.
 * https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention and
 * https://packaging.python.org/en/latest/specifications/source-distribution-format/#source-distribution-file-name
 * @param project its normalised name
 */
export function fileVersion(file: string, project: string): string | undefined {
  // In both, a dash of the name is written as an underscore.
  if (WHEEL.test(file) || EGG.test(file)) return file.split('-')[1] || undefined;
  const ending = SOURCE.exec(file) ?? INSTALLER.exec(file);
  if (ending === null) return undefined;
  const rest = withoutName(file.slice(0, ending.index), project);
  const version = rest.replace(PLATFORM, '');
  return (/\.rpm$/i.test(file) ? version.replace(/-\d+$/, '') : version) || undefined;
}

// A name may have dashes too, and as many spellings as it likes.
function withoutName(stem: string, project: string): string {
  for (let dash = stem.indexOf('-'); dash >= 0; dash = stem.indexOf('-', dash + 1)) {
    if (
      stem
        .slice(0, dash)
        .toLowerCase()
        .replace(/[-_.]+/g, '-') === project
    )
      return stem.slice(dash + 1);
  }
  return '';
}
