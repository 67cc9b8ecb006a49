import { benchBuild } from './site/bench-build.ts';

await benchBuild({ projects: 200, releases: 50, rounds: 3 });
