/** The project folder: every command runs in it. Read once, so that code bundled into dist/ finds data/ too. */
export const ROOT = process.cwd();
