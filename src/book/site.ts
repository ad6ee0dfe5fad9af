/** Facts about the whole site that are said in one place only. */
export const site = {
  /**
   * Web address of the repository in which readers report doubts, such as
   * `https://github.com/owner/name`. Set at build time (`PUBLIC_REPOSITORY`; the GitHub Pages
   * workflow does); a copy built without it shows no link to report with.
   */
  repository: import.meta.env.PUBLIC_REPOSITORY as string | undefined,
};
