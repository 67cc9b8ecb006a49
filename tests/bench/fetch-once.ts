import { fetchReleases } from '../../src/pipeline/fetch.ts';
import { openWorkspace } from '../../src/pipeline/workspace.ts';

// One run of the pipeline in the folder that is given; prints how much it did, as JSON.

const workspace = await openWorkspace(process.argv[2] ?? '');
const { packages, succeeded, changes, paths } = await fetchReleases(workspace, { display: 'silent' });
process.stdout.write(JSON.stringify({ packages, succeeded, changes, written: paths.length }));
// Sockets that are kept open would keep the process.
process.exit();
