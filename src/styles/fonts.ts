import newsreader from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url';
import schibstedGrotesk from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2?url';

/** The fonts that every page is set in: asked for with the page, so that no line moves when they come. */
export const FONTS: readonly string[] = [newsreader, schibstedGrotesk];
