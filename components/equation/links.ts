import { chapters } from '@book/contents';
import type { Lang } from '@book/languages';
import { pageUrl } from '@book/url';
import { equationOf } from './registry';

/** Printed number and address of equations by id: what an island needs to link to them. */
export type EquationLinks = Readonly<Record<string, { number: string; href: string }>>;

/** @throws Error, and so fails the build, if no chapter registers one of the ids */
export const equationLinks = (lang: Lang, ...ids: readonly string[]): EquationLinks =>
  Object.fromEntries(
    ids.map((id) => {
      const { chapter, number } = equationOf(id);
      const slug = chapters.find((one) => one.number === chapter)?.slug;
      return [id, { number, href: pageUrl(lang, slug, `eq-${id}`) }];
    }),
  );
