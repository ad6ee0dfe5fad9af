/**
 * The slug of a page from its Starlight id: `zh/forward-and-backward` gives
 * `forward-and-backward`, the home page `zh` gives the empty string.
 */
export const pageSlug = (id: string): string => id.split('/').slice(1).join('/');
