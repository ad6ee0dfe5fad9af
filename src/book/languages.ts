/** The two languages of the book. The value is also the first part of every page's path. */
export type Lang = 'zh' | 'en';

/** A string in both languages. */
export interface Text {
  zh: string;
  en: string;
}

export const languages: readonly Lang[] = ['zh', 'en'];

/** Each language's name in itself. */
export const languageName: Record<Lang, string> = { zh: '中文', en: 'English' };

/** The language tag (BCP 47) written into `lang` attributes. */
export const tagOf = (lang: Lang): 'zh-CN' | 'en' => (lang === 'zh' ? 'zh-CN' : 'en');

/**
 * The language of a tag or path part. `Astro.currentLocale` gives the tag (`zh-CN`), Starlight's
 * route gives the path part (`zh`); both are accepted, and anything else is English.
 */
export const langOf = (tag: string | undefined): Lang => (tag?.startsWith('zh') ? 'zh' : 'en');

/** The other language of the pair. */
export const otherLang = (lang: Lang): Lang => (lang === 'zh' ? 'en' : 'zh');
