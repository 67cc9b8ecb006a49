import { testFormat } from './test-format.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const VARIABLE = 'is named by a variable that the file does not tell';

testFormat('dockerfile', [
  {
    title: 'stages, arguments, platforms, digests, here-documents',
    text: `# syntax=docker/dockerfile:1
ARG NODE=22.11.0
ARG VARIANT="alpine" HOST=ghcr.io
ARG TAG=\${NODE}-$VARIANT
ARG EMPTY
ARG NOTHING=

FROM --platform=$BUILDPLATFORM node:\${TAG} AS build
ARG NODE=1.0.0
RUN <<EOF
FROM the:body
EOF
RUN --mount=type=bind,from=ghcr.io/acme/mounted:1.0,target=/x \\
    # a comment in between
    npm ci
FROM build AS test
FROM \${HOST}/acme/tool:\${MISSING:-2.0}@${DIGEST}
COPY --from=build /app /app
COPY --from=0 /app /app
COPY --chown=me --from=registry.example:5000/acme/files:3.1 /a /a
from docker.io/library/debian as last
FROM acme/pinned@${DIGEST}
FROM redis:latest
FROM acme/late:\${NODE}
FROM acme/plus:1\${NODE:+-slim}\${EMPTY:+-none}
RUN cat <<<word && echo $((1 <<n)) $((1<<n)) > x <<< "word"
CMD ["<<CMD", ""] <<CMD
FROM redis:\${EMPTY}
FROM acme/unset:\${NOTHING:-7}\${NOTHING:+-none}
FROM \${EMPTY}/x:1
FROM \${EMPTY}/y:1
FROM Bad_Name:1
FROM scratch
`,
    used: [
      'pkg:docker/acme/late 22.11.0 direct',
      'pkg:docker/acme/pinned - direct',
      'pkg:docker/acme/plus 1-slim direct',
      'pkg:docker/acme/unset 7 direct',
      'pkg:docker/debian - direct',
      'pkg:docker/node 22.11.0-alpine direct',
      'pkg:docker/redis - direct',
      'pkg:oci/files?repository_url=registry.example%3A5000%2Facme%2Ffiles 3.1 direct',
      'pkg:oci/mounted?repository_url=ghcr.io%2Facme%2Fmounted 1.0 direct',
      'pkg:oci/tool?repository_url=ghcr.io%2Facme%2Ftool 2.0 direct',
    ],
    skipped: [
      `\${EMPTY}/x:1: ${VARIABLE}`,
      `\${EMPTY}/y:1: ${VARIABLE}`,
      'Bad_Name:1: is no name of an image',
    ],
  },
  {
    title: 'its own escape character',
    name: 'api.Dockerfile',
    text: '# escape=`\nFROM `\n  mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN dir c:\\\nCMD ["x"]\n',
    used: ['pkg:oci/nanoserver?repository_url=mcr.microsoft.com%2Fwindows%2Fnanoserver ltsc2025 direct'],
  },
]);

testFormat('compose', [
  {
    title: 'defaults, anchors, builds',
    text: `x-base: &base
  restart: always
  image: 'ghcr.io/acme/base:\${BASE:-1.4}'
services:
  web:
    <<: *base
  database:
    image: postgres:\${PG-17.1}
  cache:
    image: "redis:$REDIS"
  queue:
    image: \${QUEUE}
  other:
    image: \${OTHER}
  own:
    build: .
    image: acme/own:dev
  built:
    build: { context: . }
  pinned:
    image: nginx:1.29@${DIGEST}
volumes: {}
`,
    used: [
      'pkg:docker/nginx 1.29 direct',
      'pkg:docker/postgres 17.1 direct',
      'pkg:docker/redis - direct',
      'pkg:oci/base?repository_url=ghcr.io%2Facme%2Fbase 1.4 direct',
    ],
    skipped: [
      `\${OTHER}: ${VARIABLE}`,
      `\${QUEUE}: ${VARIABLE}`,
      'acme/own:dev: is built here: give its Dockerfile too',
      'built: is built here: give its Dockerfile too',
    ],
  },
]);

const COMMIT = '5f1c9d0a'.repeat(5);

testFormat('github-workflow', [
  {
    title: 'actions, commits with their version beside, workflows, images',
    name: '.github/workflows/build.yml',
    text: `name: CI
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    container: node:22
    services:
      database:
        image: postgres:17
      other:
        image: \${{ matrix.image }}
    steps:
      - uses: actions/checkout@${COMMIT} # v4.1.0
      - name: Set up
        uses: "actions/setup-node@v6"
      - uses: acme/mono/sub/folder@release/v1
      - uses: acme/edge@main
      - uses: acme/unknown@${'ab'.repeat(20)}
      - uses: ./.github/actions/own
      - uses: docker://ghcr.io/acme/tool:1.2
      - uses: nonsense
      - run: echo "uses"
  call:
    uses: acme/shared/.github/workflows/test.yml@v2.1.0
`,
    used: [
      'pkg:docker/node 22 direct',
      'pkg:docker/postgres 17 direct',
      'pkg:github/acme/edge - direct',
      'pkg:github/acme/mono release/v1 direct',
      'pkg:github/acme/shared v2.1.0 direct',
      'pkg:github/acme/unknown - direct',
      'pkg:github/actions/checkout v4.1.0 direct',
      'pkg:github/actions/setup-node v6 direct',
      'pkg:oci/tool?repository_url=ghcr.io%2Facme%2Ftool 1.2 direct',
    ],
    skipped: [
      /^\$\{\{ matrix\.image \}\}: is named by an expression$/,
      './.github/actions/own: is an action of the same repository',
      'nonsense: is no action of a repository',
    ],
  },
  {
    title: 'an action made of steps',
    name: 'action.yml',
    text: `name: Own
runs:
  using: composite
  steps:
    - uses: actions/cache@v5
      with: { path: x }
`,
    used: ['pkg:github/actions/cache v5 direct'],
  },
  {
    title: 'an action in a container',
    name: 'action.yml',
    text: 'runs:\n  using: docker\n  image: docker://ghcr.io/acme/tool:1.2\n',
    used: ['pkg:oci/tool?repository_url=ghcr.io%2Facme%2Ftool 1.2 direct'],
  },
  {
    title: 'an action that is built',
    name: 'action.yml',
    text: 'runs:\n  using: docker\n  image: Dockerfile\n',
    used: [],
    skipped: ['Dockerfile: is built here: give its Dockerfile too'],
  },
]);
