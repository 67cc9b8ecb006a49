/** What it takes to write a site whose code has been bundled. */
export interface SiteBuild {
  /** The project folder. */
  readonly root: string;
  /** Where the site ends. */
  readonly folder: string;
  /** Where its scripts, styles and fixed files lie. */
  readonly client: string;
  /** The module of the threads that write projects. */
  readonly worker: string;
  /** The version of the code. */
  readonly code: string;
  readonly log: (message: string) => void;
}

/** What the bundle gives: it is loaded by its path, so that nothing else says what it is. */
export interface SiteWriter {
  readonly writeSite: (build: SiteBuild) => Promise<void>;
}
