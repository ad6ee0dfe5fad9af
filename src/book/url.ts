import type { Lang } from './languages';

/**
 * A path inside the site, with the base under which the site is served in front of it.
 * `url('/zh/forward-and-backward/')` is `/book/zh/forward-and-backward/` when the base is `/book/`.
 */
export function url(path: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return `${base}/${path.replace(/^\//, '')}`;
}

/** The page with this slug in a language; the empty slug is that language's home page. */
export const pageUrl = (lang: Lang, slug = '', fragment = ''): string =>
  url(`/${lang}/${slug ? `${slug}/` : ''}${fragment ? `#${fragment}` : ''}`);
