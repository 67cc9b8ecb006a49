import { z } from 'zod';

// Zod tries whether it may make functions out of text. The policy of the page forbids it, and counts the trial as a breach.
z.config({ jitless: true });
