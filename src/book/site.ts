/** Facts about the whole site that are said in one place only. */
export const site = {
  /**
   * Web address of the repository in which readers report doubts, such as
   * `https://github.com/owner/name`. Set at build time (`PUBLIC_REPOSITORY`; the GitHub Pages
   * workflow does); a copy built without it shows no link to report with.
   */
  repository: import.meta.env.PUBLIC_REPOSITORY as string | undefined,
  /** Where the book is published (`SITE`); a copy built without it does not know. */
  address: /\bexample\.org$/.test(import.meta.env.SITE) ? undefined : import.meta.env.SITE,
  /** Version and date (`2026-11-24`) of the book's source, put in by the build. */
  edition: {
    version: import.meta.env.EDITION as string,
    date: import.meta.env.EDITION_DATE as string,
  },
};
