import type { Lang, Text } from './languages';
import { site } from './site';

/** What a reader has a doubt about. */
export type ReportKind = 'page' | 'equation' | 'figure' | 'exercise';

/** What a report says about where the doubt arose. */
export interface Report {
  kind: ReportKind;
  /** Slug of the page, id of the equation or exercise, or name of the widget. */
  id: string;
  /** The figure's state as it stands in the address, so that the doubt can be seen again. */
  state?: string;
  lang: Lang;
}

const kindName: Record<ReportKind, Text> = {
  page: { zh: '页面', en: 'page' },
  equation: { zh: '公式', en: 'equation' },
  figure: { zh: '图', en: 'figure' },
  exercise: { zh: '习题', en: 'exercise' },
};

const wording: Record<'subject' | 'prompt', Text> = {
  subject: { zh: '疑问', en: 'Doubt' },
  prompt: { zh: '哪里有疑问？你认为应该是什么？', en: 'What is in doubt, and what should it be?' },
};

/**
 * Address of a new issue, filled in, about a page, an equation or a figure in its present state;
 * undefined where the site was built without knowing its repository.
 */
export function reportUrl(
  { kind, id, state, lang }: Report,
  repository = site.repository,
): string | undefined {
  if (!repository) return undefined;
  const { version, date } = site.edition;
  const place = [`${kindName[kind][lang]}: ${id}`, `lang: ${lang}`, `edition: ${version}, ${date}`];
  if (state) place.push(`state: \`${state}\``);
  const query = new URLSearchParams({
    title: `${wording.subject[lang]}: ${kindName[kind][lang]} ${id}`,
    body: `${wording.prompt[lang]}\n\n\n---\n${place.join('\n')}\n`,
  });
  return `${repository}/issues/new?${query}`;
}
