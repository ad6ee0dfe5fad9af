import { fileURLToPath } from 'node:url';
import {
  Application,
  type DeclarationReflection,
  DefaultTheme,
  KindDirRouter,
  Logger,
  LogLevel,
  type PageEvent,
  type Reflection,
  ReflectionKind,
  type Renderer,
} from 'typedoc';
import { BookContext } from './context.ts';
import { groupOf } from './groups.ts';

/** The page of one exported name, before it has a frame. */
export interface EnginePage {
  /** Below `/engine/`, without slashes at its ends: `classes/Matrix`. */
  readonly path: string;
  readonly name: string;
  /** `class`, `function`, `type alias` … */
  readonly kind: string;
  readonly group: string;
  /** From the repository's root. */
  readonly file: string;
  /** HTML of its first sentence, a paragraph. */
  readonly summary: string;
  /** HTML below the heading; addresses are relative to the page. */
  readonly body: string;
}

/** The order within a group: what is called, then the types that it takes and gives. */
const kinds = ['class', 'function', 'variable', 'interface', 'type alias'];

const here = (path: string): string => fileURLToPath(new URL(path, `file://${process.cwd()}/`));

/** `kind: 'adam'` in one of several types that it tells apart says all there is to say. */
const saysItself = /\.kind \(Property\)/;

/** Keeps what TypeDoc finds wrong instead of printing it. */
class Faults extends Logger {
  readonly found: string[] = [];

  /** @throws Error with a line for each */
  complain(): void {
    if (this.found.length === 0) return;
    throw new Error(`The engine’s docstrings are not whole:\n  ${this.found.join('\n  ')}`);
  }

  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn && !saysItself.test(message))
      this.found.push(message.split('\n')[0] ?? '');
  }
}

/** Instead of writing pages, collects what stands in them. */
class BookTheme extends DefaultTheme {
  override ContextClass = BookContext;
  readonly pages: EnginePage[] = [];

  override render(page: PageEvent): string {
    const { model } = page as PageEvent<Reflection>;
    if (model.kindOf(ReflectionKind.SomeModule) || model.isProject()) return '';
    const one = model as DeclarationReflection;
    const file = one.sources?.[0]?.fileName ?? '';
    const context = this.getRenderContext(page as PageEvent<Reflection>) as BookContext;
    const summary = context.firstSentence(one);
    if (!summary) throw new Error(`${file}: no sentence says what ${one.name} is`);
    this.pages.push({
      path: page.url.replace(/\/index\.html$/, ''),
      name: one.name,
      kind: ReflectionKind.singularString(one.kind).toLowerCase(),
      group: groupOf(file.replace(/^.*src\/engine\//, '')),
      file,
      summary,
      body: context.body(page as PageEvent<Reflection>),
    });
    return '';
  }
}

/**
 * Reads the engine's docstrings with TypeDoc.
 *
 * @returns a page for each name that `src/engine/index.ts` exports
 * @throws Error, and so fails the build, with a line for each export, property or method without a
 *   docstring, each type that is used but not exported, and each broken link
 */
export async function readEngine(): Promise<readonly EnginePage[]> {
  const app = await Application.bootstrap({
    entryPoints: [here('src/engine/index.ts')],
    tsconfig: here('src/build/engine/tsconfig.json'),
    name: 'engine',
    readme: 'none',
    // `npm run types` does that.
    skipErrorChecking: true,
    excludePrivate: true,
    disableGit: true,
    sourceLinkTemplate: '{path}',
    sort: ['source-order'],
    requiredToBeDocumented: [
      'Accessor',
      'Class',
      'Constructor',
      'Function',
      'Interface',
      'Method',
      'Property',
      'TypeAlias',
      'Variable',
    ],
    validation: { notDocumented: true, notExported: true, invalidLink: true },
    // The book’s code is set without colours.
    highlightLanguages: [],
    ignoredHighlightLanguages: ['ts'],
    includeHierarchySummary: false,
  });
  const faults = new Faults();
  app.logger = faults;
  const project = await app.convert();
  if (project) app.validate(project);
  faults.complain();
  let theme: BookTheme | undefined;
  class Theme extends BookTheme {
    constructor(renderer: Renderer) {
      super(renderer);
      theme = this;
    }
  }
  app.renderer.defineTheme('book', Theme);
  app.renderer.defineRouter('book', KindDirRouter);
  app.options.setValue('theme', 'book');
  app.options.setValue('router', 'book');
  if (project) await app.generateDocs(project, here('.cache/engine'));
  faults.complain();
  return (theme?.pages ?? []).toSorted((p, q) => kinds.indexOf(p.kind) - kinds.indexOf(q.kind));
}
