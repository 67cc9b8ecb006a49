import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = ['crates.io', 'www.crates.io', 'lib.rs', 'www.lib.rs'];
// Pages of docs.rs itself, and the books of Rust.
const NO_CRATES = ['about', 'crate', 'releases', 'std', 'core', 'alloc', '-'];

export const cargoAddresses: Addresses = {
  project: pageOf,
  release: (pkg, version) => {
    const page = pageOf(pkg);
    return page && `${page}/${encodePart(version)}`;
  },
  purl: ({ hostname }, [first = '', second]) => {
    if (HOSTS.includes(hostname)) return first === 'crates' ? purlOf(second) : undefined;
    if (hostname !== 'docs.rs') return undefined;
    if (first === 'crate') return purlOf(second);
    return NO_CRATES.includes(first) ? undefined : purlOf(first);
  },
};

function pageOf({ name, repositoryUrl }: Package): string | undefined {
  return repositoryUrl === undefined ? `https://crates.io/crates/${encodePart(name)}` : undefined;
}

function purlOf(name: string | undefined): string | undefined {
  return name !== undefined && /^[\w-]+$/.test(name) ? `pkg:cargo/${name}` : undefined;
}
