/** The folder of a release, as it stands in an address: what the file system holds encoded is encoded once more. */
function release(project: string, segment: string): string {
  return `projects/${project}/${segment.replaceAll('%', '%25')}/`;
}

/** Every kind of page, by its path below the base, and every release that is hard to bear. */
export const PAGES = {
  feed: '',
  projects: 'projects/',
  alpha: 'projects/alpha/',
  hostile: 'projects/hostile/',
  flood: 'projects/flood/',
  monorepo: 'projects/monorepo/',
  vanished: 'projects/vanished/',
  empty: 'projects/empty/',
  plain: release('alpha', '1.2.2'),
  deprecated: release('alpha', '1.1.0'),
  withdrawn: release('alpha', '1.2.1'),
  upcoming: release('alpha', '2.0.0-rc.1'),
  vectors: release('hostile', 'v1.0.0'),
  images: release('hostile', 'v1.1.0'),
  huge: release('hostile', 'v1.2.0'),
  rightToLeft: release('hostile', 'v1.3.0'),
  longWords: release('hostile', 'v1.4.0'),
  flavour: release('hostile', 'v1.5.0'),
  manyFiles: release('hostile', 'v1.6.0+build.7'),
  oddTag: release('hostile', '%c3%9cn%c3%afcode%2f%3cscript%3e%26%22%27%3f%23%2541'),
  scoped: release('monorepo', '%40scope%2fx%401.0.0'),
  shipped: 'projects/shipped/',
  shippedRelease: release('shipped', '1.1'),
  status: 'status/',
  sources: 'docs/sources/',
  schemes: 'docs/schemes/',
  docs: 'docs/',
  commands: 'docs/commands/',
  data: 'docs/data/',
  watchlist: 'docs/watchlist/',
  notFound: '404.html',
} as const;
