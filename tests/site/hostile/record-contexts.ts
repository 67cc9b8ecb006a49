import { z } from 'zod';
import { InvalidPackage, parsePackage } from '../../../src/core/package.ts';
import { Asset, Release } from '../../../src/core/release.ts';
import { Upstream } from '../../../src/core/upstream.ts';
import { WatchedProject, Watchlist } from '../../../src/core/watchlist.ts';
import { packagePath } from '../../../src/store/paths.ts';
import type { Context } from './context.ts';

// The longest name of a file that disks take, less an ending.
const LONGEST = 240;

const ChannelName = z.string().refine((name) => {
  try {
    return packagePath(parsePackage(channelPurl(name))).length <= LONGEST;
  } catch (error) {
    if (error instanceof InvalidPackage || error instanceof URIError) return false;
    throw error;
  }
});

/** A package that is named by a stranger. */
export function channelPurl(name: string): string {
  return `pkg:npm/${encodeURIComponent(name)}`;
}

/** What the watchlists and the records of packages say. */
export const RECORD_CONTEXTS: Readonly<Record<string, Context>> = {
  'title of a list': {
    shape: Watchlist.shape.title,
    put: (draft, v) => {
      draft.listed = v;
    },
  },
  'name of a project': {
    shape: WatchedProject.shape.name,
    put: ({ watched }, v) => {
      watched.name = v;
    },
  },
  'id of a project': {
    shape: WatchedProject.shape.id,
    put: ({ watched }, v) => {
      watched.id = `${watched.id}-${v}`.slice(0, 64);
    },
  },
  'tag of a project': {
    shape: WatchedProject.shape.tags.unwrap().element,
    put: ({ watched }, v) => {
      watched.tags = [v];
    },
  },
  'version in use': {
    shape: WatchedProject.shape.uses,
    put: ({ watched }, v) => {
      watched.uses = v;
    },
  },
  'name of a channel': {
    shape: ChannelName,
    put: (draft, v) => {
      draft.channel = v;
    },
  },
  'upstream: id': {
    shape: Upstream.shape.id,
    put: ({ upstream }, v) => {
      upstream.id = v;
    },
  },
  'upstream: name': {
    shape: Upstream.shape.name,
    put: ({ upstream }, v) => {
      upstream.name = v;
    },
  },
  'upstream: description': {
    shape: Upstream.shape.description,
    put: ({ upstream }, v) => {
      upstream.description = v;
    },
  },
  'upstream: licence': {
    shape: Upstream.shape.license,
    put: ({ upstream }, v) => {
      upstream.license = v;
    },
  },
  'upstream: homepage': {
    shape: Upstream.shape.homepage,
    put: ({ upstream }, v) => {
      upstream.homepage = v;
    },
  },
  'upstream: repository': {
    shape: Upstream.shape.repository,
    put: ({ upstream }, v) => {
      upstream.repository = v;
    },
  },
  'upstream: name of a tag': {
    shape: z.string().min(1),
    put: ({ upstream }, v) => {
      Object.defineProperty(upstream.tags, v, { value: '1.1.0', enumerable: true });
    },
  },
  'upstream: version of a tag': {
    shape: z.string().min(1),
    put: ({ upstream }, v) => {
      upstream.tags['next'] = v;
    },
  },
  version: {
    shape: Release.shape.version,
    put: ({ release }, v) => {
      release.version = v;
    },
  },
  'release: id': {
    shape: Release.shape.id,
    put: ({ release }, v) => {
      release.id = v;
    },
  },
  'release: title': {
    shape: Release.shape.title,
    put: ({ release, latest }, v) => {
      release.title = v;
      latest.title = v;
    },
  },
  'release: author': {
    shape: Release.shape.author,
    put: ({ release, latest }, v) => {
      release.author = v;
      latest.author = v;
    },
  },
  'release: commit': {
    shape: Release.shape.commit,
    put: ({ release }, v) => {
      release.commit = v;
    },
  },
  'release: provenance': {
    shape: Release.shape.provenance,
    put: ({ latest }, v) => {
      latest.provenance = v;
    },
  },
  'release: address': {
    shape: Release.shape.url,
    put: ({ release }, v) => {
      release.url = v;
    },
  },
  'release: yanked': {
    shape: Release.shape.yanked,
    put: ({ release }, v) => {
      release.yanked = v;
    },
  },
  'release: deprecated': {
    shape: Release.shape.deprecated,
    put: ({ release }, v) => {
      release.deprecated = v;
    },
  },
  'file: name': {
    shape: Asset.shape.name,
    put: ({ asset }, v) => {
      asset.name = v;
    },
  },
  'file: digest': {
    shape: Asset.shape.digest,
    put: ({ asset }, v) => {
      asset.digest = v;
    },
  },
  'file: type': {
    shape: Asset.shape.type,
    put: ({ asset }, v) => {
      asset.type = v;
    },
  },
};
