import { readForge } from '../forge/read-forge.ts';
import { packageByPackage } from '../package-by-package.ts';
import { giteaRepository } from './gitea-repository.ts';

/** Forgejo and Gitea, which have one API; Codeberg is the best-known server. */
export const gitea = packageByPackage({
  id: 'gitea',
  title: 'Forgejo, Gitea',
  types: ['gitea'],
  gives: {
    date: 'publication; of a tag its commit’s date',
    notes: 'release, tag or changelog',
    digests: 'none',
    deletion: 'visible',
  },
  check: 'a request for the newest 20 releases, and one for tags where there are none',
  homes: 'the server that `repository_url` names, such as codeberg.org',
  example: {
    address: 'https://codeberg.org/forgejo/forgejo',
    purl: 'pkg:gitea/forgejo/forgejo?repository_url=codeberg.org',
  },
  environment: {
    TIDINGS_TOKEN_CODEBERG_ORG:
      'an access token with the scope `read:repository`, for private repositories; for another server the variable has its host in the name',
  },
  home: undefined,
  atOnce: 4,
  read: (asking) => readForge(asking, giteaRepository(asking)),
});
