/** A version of an artifact, as POMs name each other. */
export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

/** Where a repository keeps an artifact, without a final slash. https://maven.apache.org/repositories/layout.html */
export function artifactUrl(home: string, { group, artifact }: Omit<Coordinates, 'version'>): string {
  return `${home}/${group.split('.').map(encodeURIComponent).join('/')}/${encodeURIComponent(artifact)}`;
}

/** The POM of a version; it is there for all that was released, whatever the version’s other files are. */
export function pomUrl(home: string, coordinates: Coordinates): string {
  const { artifact, version } = coordinates;
  const file = encodeURIComponent(`${artifact}-${version}.pom`);
  return `${artifactUrl(home, coordinates)}/${encodeURIComponent(version)}/${file}`;
}
