import { parsePackage } from '../../core/package.ts';
import { quoted } from '../../core/quoted.ts';
import { schemeOf } from '../../versions/schemes.ts';
import type { InUsePackage } from './plan-upgrade.ts';

/** Lines of a watchlist that would follow these packages, in order. Of several versions in use, the lowest, as npm run import takes it. */
export function watchLines(purls: readonly string[], inUse: readonly InUsePackage[]): string {
  const byPackage = Map.groupBy(inUse, (one) => one.package);
  return purls.map((purl) => `${watchLine(purl, lowest(purl, byPackage.get(purl) ?? []))}\n`).join('');
}

function lowest(purl: string, inUse: readonly InUsePackage[]): string | undefined {
  const versions = inUse.flatMap(({ version }) => (version === undefined ? [] : [version]));
  return schemeOf(parsePackage(purl).type).sort(versions)[0];
}

function watchLine(purl: string, version: string | undefined): string {
  if (version === undefined) return `  - ${quoted(purl)}`;
  return `  - { package: ${quoted(purl)}, uses: ${quoted(version)} }`;
}
