import { benchBuild } from './site/bench-build.ts';

await benchBuild({ projects: 1000, releases: 100, rounds: 1 });
