import { readForge } from '../forge/read-forge.ts';
import { packageByPackage } from '../package-by-package.ts';
import { gitlabProject } from './gitlab-project.ts';

/** GitLab: gitlab.com, and whatever server a purl names. */
export const gitlab = packageByPackage({
  id: 'gitlab',
  title: 'GitLab',
  types: ['gitlab'],
  gives: {
    date: 'publication; of a tag its own date, or its commit’s',
    notes: 'release, tag or changelog',
    digests: 'none',
    deletion: 'visible',
  },
  check: 'a conditional request for the newest 20 releases, or tags where there are none',
  homes: 'gitlab.com, or the server that `repository_url` names',
  example: { address: 'https://gitlab.com/gitlab-org/cli', purl: 'pkg:gitlab/gitlab-org/cli' },
  environment: {
    TIDINGS_TOKEN_GITLAB_COM:
      'an access token with the scope `read_api`, for private projects; for another server the variable has its host in the name',
  },
  home: 'https://gitlab.com',
  atOnce: 4,
  read: (asking) => readForge(asking, gitlabProject(asking)),
});
