import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

/** `content/02-forward-and-backward/zh.mdx` becomes the page `zh/forward-and-backward`. */
const generateId = ({ entry }: { entry: string }): string => {
  const [folder, file] = entry.split('/') as [string, string];
  const lang = file.replace(/\.mdx$/, '');
  const slug = folder.replace(/^(\d+|appendix|lab)-/, '');
  return slug === 'home' ? lang : `${lang}/${slug}`;
};

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '*/{zh,en}.mdx', generateId }),
    schema: docsSchema(),
  }),
};
