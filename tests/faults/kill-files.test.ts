import { describeKills } from './kill.ts';

describeKills('kill -9, plain fetch', {
  mode: 'files',
  signal: 'SIGKILL',
  random: { full: 400, short: 8 },
  calls: { every: 1, short: 3 },
});
