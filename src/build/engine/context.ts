import {
  type CommentDisplayPart,
  type ContainerReflection,
  type DeclarationReflection,
  DefaultThemeRenderContext,
  JSX,
  type PageEvent,
  type Reflection,
  ReflectionKind,
  type SignatureReflection,
  type SomeType,
} from 'typedoc';

const h = JSX.createElement;

/** `Eqs. fb-z, fb-a` in a docstring. */
const equationReference = /\b(Eqs?\.) ((?:[a-z]{2}-[a-z0-9-]+(?:, | and )?)+)/g;

/** Names equations as links to `eq:fb-z`, which the page turns into the book's numbers. */
const withEquationLinks = (text: string): string =>
  text.replace(
    equationReference,
    (_, word: string, ids: string) =>
      `${word} ${ids.replace(/[a-z]{2}-[a-z0-9-]+/g, (id) => `[${id}](eq:${id})`)}`,
  );

/** Tags and code, which stay as they are; or a letter, `_` or `^`, and what is lowered or raised. */
const script =
  /<pre[\s\S]*?<\/pre>|<code>.*?<\/code>|<[^>]*>|([\p{L}\d)])([_^])(\{[^}]*\}|\([^()]*\)|⌊[^⌋]*⌋|[−-]?[\p{L}\d]+)/gu;

/** `a^{l−1}`, `e^(z_k)` and `n_0` as they are written on paper. */
const withScripts = (html: string): string =>
  html.replace(script, (whole, letter?: string, mark?: string, small?: string) => {
    if (!letter || !small) return whole;
    const tag = mark === '_' ? 'sub' : 'sup';
    return `${letter}<${tag}>${withScripts(small.replace(/^[{(]|[})]$/g, ''))}</${tag}>`;
  });

/**
 * Draws what the engine's pages say inside the book's frame: TypeDoc's signatures and comments
 * without its scripts, icons and accordions.
 */
export class BookContext extends DefaultThemeRenderContext {
  constructor(...of: ConstructorParameters<typeof DefaultThemeRenderContext>) {
    super(...of);
    const plain = this.markdown;
    this.markdown = (parts) => {
      const named =
        typeof parts === 'string'
          ? withEquationLinks(parts)
          : parts?.map((part: CommentDisplayPart) =>
              part.kind === 'text' ? { ...part, text: withEquationLinks(part.text) } : part,
            );
      return (
        withScripts(plain(named))
          // A box that scrolls is a Tab stop; the button to copy needs TypeDoc’s script.
          .replaceAll('<pre>', '<pre tabindex="0">')
          .replace(/<button type="button">[^<]*<\/button>/g, '')
      );
    };
  }

  /** What the properties of object types mean: a list for each alternative. */
  override typeDetails = (_owner: Reflection, type: SomeType): JSX.Children => {
    if (type.type === 'union') {
      return type.types.map((one, i) => this.alternative(one, type.elementSummaries?.[i]));
    }
    if (type.type === 'array') return this.typeDetails(_owner, type.elementType);
    if (type.type === 'intersection') {
      return type.types.map((one) => this.typeDetails(_owner, one));
    }
    return type.type === 'reflection' ? this.properties(type.declaration) : null;
  };

  override memberSources = () => h(JSX.Fragment, null);

  override typeDeclaration = (owner: Reflection, type: SomeType) =>
    this.typeDetailsIfUseful(owner, type);

  /** Throws, examples and the like: a word, then the text. */
  override commentTags = ({ comment }: Reflection) => {
    const tags = comment?.blockTags.filter(({ tag }) => tag !== '@returns') ?? [];
    return h(
      JSX.Fragment,
      null,
      ...tags.map(({ tag, content }) => this.note(tag.slice(1), content)),
    );
  };

  override memberSignatureBody = (signature: SignatureReflection) => {
    const told = (signature.parameters ?? []).filter((one) => one.comment || this.details(one));
    const returns = signature.comment?.getTag('@returns');
    return h(
      JSX.Fragment,
      null,
      this.commentSummary(signature),
      ...(signature.typeParameters ?? []).map((one) =>
        h(
          'p',
          { class: 'type-parameter', id: this.getAnchor(one) },
          h('code', null, one.name, ' extends ', this.type(one.type)),
        ),
      ),
      this.list(
        told.map((one) => [
          one.name,
          h(JSX.Fragment, null, this.commentSummary(one), this.details(one)),
        ]),
      ),
      returns && this.note('returns', returns.content),
      this.commentTags(signature),
    );
  };

  override memberSignatures = ({ signatures = [] }: DeclarationReflection) =>
    h(
      JSX.Fragment,
      null,
      ...signatures.flatMap((signature) => [
        h('div', { class: 'tsd-signature' }, this.memberSignatureTitle(signature)),
        this.memberSignatureBody(signature),
      ]),
    );

  override member = (model: Reflection) => {
    const one = model as DeclarationReflection;
    const anchor = this.getAnchor(one);
    const name = h('a', { href: `#${anchor}` }, one.name);
    if (one.signatures || one.hasGetterOrSetter()) {
      return h(
        'section',
        { class: 'member', id: anchor },
        // A constructor stands under its own heading already.
        !one.kindOf(ReflectionKind.Constructor) &&
          h('h3', null, name, one.getSignature && this.typed(one, one.getSignature.type)),
        one.signatures ? this.memberSignatures(one) : this.told(one.getSignature ?? one),
      );
    }
    return h(
      'section',
      { class: 'member', id: anchor },
      h('h3', null, name, this.typed(one, one.type)),
      this.told(one),
    );
  };

  /** Constructor, properties and methods, each under its heading. */
  override members = (model: ContainerReflection) => {
    const own = (model.groups ?? []).map(({ title, children }) => ({
      title,
      children: children.filter((child) => !child.flags.isInherited),
    }));
    return h(
      JSX.Fragment,
      null,
      ...own.flatMap(({ title, children }) =>
        children.length === 0
          ? []
          : [
              h(
                'h2',
                null,
                children.length > 1 ? title : title.replace(/ies$/, 'y').replace(/s$/, ''),
              ),
              ...children.map((child) => this.member(child)),
            ],
      ),
    );
  };

  /** Everything about one name below its heading. */
  body({ model }: PageEvent<Reflection>): string {
    const one = model as DeclarationReflection;
    if (one.kindOf(ReflectionKind.TypeAlias) && one.type) {
      const details = this.details(one);
      const signature = h('div', { class: 'tsd-signature' }, this.type(one.type));
      return JSX.renderElement(
        h(
          JSX.Fragment,
          null,
          this.commentSummary(one),
          this.commentTags(one),
          details ?? signature,
        ),
      );
    }
    if (one.kindOf(ReflectionKind.Variable)) return JSX.renderElement(this.memberDeclaration(one));
    return JSX.renderElement(
      h(
        JSX.Fragment,
        null,
        this.commentSummary(one),
        this.commentTags(one),
        this.ancestry(one),
        one.signatures && this.memberSignatures(one),
        this.members(one),
      ),
    );
  }

  /** The first sentence of a comment, for lists; of a long one what precedes its colon. */
  firstSentence(one: DeclarationReflection): string {
    const comment = one.comment ?? one.signatures?.[0]?.comment;
    const text = (comment?.summary ?? []).map((part) => part.text).join('');
    const [sentence = ''] = /^.*?(?:\.(?=\s|$)|$)/s.exec(text.split('\n\n')[0] ?? '') ?? [];
    const short = sentence.length > 100 ? sentence.replace(/:\s.*/s, '.') : sentence;
    return this.markdown([{ kind: 'text', text: short.replace(/:$/, '.') }]);
  }

  private ancestry({ extendedTypes, implementedTypes }: DeclarationReflection) {
    const said = (word: string, types: readonly SomeType[] | undefined) =>
      types &&
      h(
        'p',
        { class: 'ancestry' },
        word,
        ' ',
        ...types.flatMap((type, i) => [i > 0 ? ', ' : null, h('code', null, this.type(type))]),
      );
    return h(
      JSX.Fragment,
      null,
      said('Extends', extendedTypes),
      said('Implements', implementedTypes),
    );
  }

  /** `: number` after a property’s name. */
  private typed({ flags }: Reflection, type: SomeType | undefined) {
    return h('span', { class: 'typed' }, flags.isOptional ? '?: ' : ': ', this.type(type));
  }

  /** What a comment says of a property. */
  private told(one: Reflection & { type?: SomeType }) {
    return h(
      JSX.Fragment,
      null,
      this.commentSummary(one),
      this.details(one),
      this.commentTags(one),
    );
  }

  /** One of the types of a union, if there is more to say of it than its signature does. */
  private alternative(type: SomeType, summary: CommentDisplayPart[] | undefined) {
    if (type.type === 'reflection') {
      const { declaration } = type;
      const kind = declaration.children?.find(({ name }) => name === 'kind');
      return h(
        JSX.Fragment,
        null,
        h('h2', { class: 'alternative' }, h('code', null, kind ? this.type(kind.type) : '…')),
        summary && this.displayParts(summary),
        kind && this.commentSummary(kind),
        this.properties(declaration),
      );
    }
    return summary && this.list([[this.type(type), this.displayParts(summary)]]);
  }

  private properties({ children = [] }: DeclarationReflection): JSX.Children {
    const told = children.filter(({ name, comment, type }) =>
      name === 'kind' ? false : comment || type?.type === 'reflection',
    );
    return this.list(
      told.map((one) => [
        `${one.name}${one.flags.isOptional ? '?' : ''}`,
        h(JSX.Fragment, null, this.commentSummary(one), this.details(one)),
      ]),
    );
  }

  private list(entries: readonly (readonly [JSX.Children, JSX.Children])[]): JSX.Children {
    if (entries.length === 0) return null;
    return h(
      'dl',
      { class: 'parameters' },
      ...entries.flatMap(([name, text]) => [
        h('dt', null, h('code', null, name)),
        h('dd', null, text),
      ]),
    );
  }

  private details(one: Reflection & { type?: SomeType }) {
    return this.typeDetailsIfUseful(one, one.type);
  }

  private note(word: string, content: readonly CommentDisplayPart[]) {
    const title = word[0]?.toUpperCase() + word.slice(1);
    return h(
      'div',
      { class: `tag ${word}` },
      h('span', null, title),
      h('div', null, h(JSX.Raw, { html: this.markdown(content) })),
    );
  }
}
