import type { Lang, Text } from '@book/languages';

/** What a citation of the book names. */
interface Cited {
  edition: { version: string; date: string };
  /** Where this edition is read, if the build knows it. */
  address: string | undefined;
}

const title: Text = {
  zh: '前向与反向：可以亲手运行的神经网络',
  en: 'Forward & Back: neural networks that you can run',
};
const authors: Text = { zh: '《前向与反向》作者', en: 'The authors of Forward & Back' };

/** The book as an entry of a list of references: GB/T 7714 in Chinese, author and year in English. */
export function reference({ edition, address }: Cited, lang: Lang): string {
  const { version, date } = edition;
  const year = date.slice(0, 4);
  return lang === 'zh'
    ? `${authors.zh}. ${title.zh}[EB/OL]. 版本 ${version}. (${date})${address ? `. ${address}` : ''}.`
    : `${authors.en} (${year}). ${title.en}. Edition ${version}, ${date}.${address ? ` ${address}` : ''}`;
}

/** The same as BibTeX, with braces around what must keep its form. */
export function bibtex({ edition, address }: Cited, lang: Lang): string {
  const escaped = (text: string): string => text.replaceAll('&', '\\&');
  const [year = '', month = ''] = edition.date.split('-');
  const fields = {
    author: `{${escaped(authors[lang])}}`,
    title: `{${escaped(title[lang])}}`,
    year,
    month: String(Number(month)),
    note: `${lang === 'zh' ? '版本' : 'Edition'} ${edition.version}, ${edition.date}`,
    url: address,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = {${value}},`] : [],
  );
  return ['@misc{forwardandback,', ...lines, '}'].join('\n');
}
