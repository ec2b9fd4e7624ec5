import type { Article, Block, Paragraph } from "../article/index.ts";
import type { Copy, Diagnostic, Outcome } from "../base/index.ts";
import type { Galley, Line, Typesetter } from "../galley/index.ts";
import type { Template } from "../template/index.ts";
import { BlockCaster, type Above, type CastParagraph } from "./cast-block.ts";
import { cutsOf, withoutCut } from "./cuts.ts";
import { flexible, rigid, wayOf, type Piece, type Way } from "./piece.ts";
import { pullQuotation, type Pulled } from "./pull.ts";
import { endMarked, runIn, sourcesLine } from "./run-in.ts";

/** What a cast may offer beside each block's best setting. */
export interface CastOptions {
  /** Paragraphs with sentences left out: for finding what to cut. */
  readonly cuts?: boolean;
}

/**
 * Casts an article's lead and body into pieces at the template's column width, in reading order. Paragraphs can be had a
 * few lines longer or shorter, optional elements can be left out, within the template's limits.
 */
export function castBody(
  article: Article,
  template: Template,
  setter: Typesetter,
  options: CastOptions = {},
): Outcome<readonly Piece[]> {
  const caster = new BodyCaster(article, new BlockCaster(template, setter), options);
  return { value: caster.cast(), diagnostics: caster.diagnostics };
}

/** What relief costs, in the measure of an empty row at a column's foot, which is 200. */
const COST = {
  /** A paragraph that has not its best number of lines, and what each of its demerits beyond the best setting's adds. */
  changed: 4,
  /** And one whose last word that divides. */
  divided: 30,
  demerit: 1 / 100_000,
  /** An element that the copy offers and the page leaves out. */
  out: 300,
  /** A quotation that repeats what the text says. */
  pulled: 240,
  /** A sentence that the desk would have to take out, and each of its characters. */
  cut: 3000,
  cutCharacter: 20,
} as const;

class BodyCaster {
  private readonly article: Article;
  private readonly caster: BlockCaster;
  private readonly options: CastOptions;
  private readonly first: number;
  private readonly pulled: Pulled | undefined;

  constructor(article: Article, caster: BlockCaster, options: CastOptions) {
    this.article = article;
    this.caster = caster;
    this.options = options;
    this.first = article.body.findIndex(({ kind }) => kind === "paragraph");
    this.pulled = caster.template.fit.pull ? pullQuotation(article) : undefined;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.caster.diagnostics;
  }

  cast(): Piece[] {
    const { lead, body, sources } = this.article;
    const pieces: Piece[] = lead ? [rigid(this.caster.lead(lead))] : [];
    let above: Above = lead ? "lead" : "nothing";
    for (let index = 0; index < body.length;) {
      const end = this.groupEnd(index);
      pieces.push(this.group(index, end, above));
      above = body[end - 1]?.kind ?? above;
      index = end;
    }
    if (sources) pieces.push(rigid(this.caster.sources(sourcesLine(sources))));
    return pieces;
  }

  /** Optional elements go with the block behind them, whose indent depends on whether they are there. */
  private groupEnd(start: number): number {
    const { body } = this.article;
    let end = start;
    while (end < body.length - 1 && this.caster.template.fit.optional && isOptional(body[end])) end++;
    return end + 1;
  }

  private group(start: number, end: number, above: Above): Piece {
    const optional = this.article.body.slice(start, end - 1);
    if (optional.length > 0) return this.optionalGroup(start, end, above);
    const block = this.article.body[start];
    if (block === undefined) return rigid([]);
    if (block.kind !== "paragraph") return rigid(this.caster.block(block, start, above));
    return this.paragraphPiece(block, start, above);
  }

  private paragraphPiece(block: Paragraph, index: number, above: Above): Piece {
    const paragraph = this.paragraph(block, index, above);
    const natural = wayOf(paragraph.slugs(paragraph.galley));
    return flexible(natural, () => [
      ...this.otherLines(paragraph, index),
      ...(this.pulled?.before === index && above === "paragraph" ? this.pulledBefore(block, index, this.pulled) : []),
      ...(this.options.cuts === true ? this.cuts(block, index, above) : []),
    ]);
  }

  private paragraph(block: Paragraph, index: number, above: Above, copy = block.text): CastParagraph {
    return this.caster.paragraph(this.dressed(copy, index), index, above, index === this.first);
  }

  /** A paragraph's copy as it is printed: the first one with the dateline before it, the last one with the end mark. */
  private dressed(copy: Copy, index: number): Copy {
    const { dateline, body } = this.article;
    const opened = dateline && index === this.first ? runIn(dateline, copy) : copy;
    const mark = this.caster.template.endMark;
    return mark !== undefined && index === body.length - 1 ? endMarked(opened, mark) : opened;
  }

  /** The paragraph in a few lines more or fewer, as far as none gets looser than the template allows. */
  private otherLines({ galley, slugs }: CastParagraph, block: number): Way[] {
    const { fit } = this.caster.template;
    const most = Math.max(fit.wordSpace, loosest(galley.lines));
    const changes = Array.from({ length: fit.lines }, (_, index) => index + 1).flatMap((lines) => [-lines, lines]);
    return changes.flatMap((more) => {
      const other = galley.alternative(more);
      if (other === undefined || loosest(other.lines) > most) return [];
      if (endsShort(other) && !endsShort(galley)) return [];
      const dearer = Math.max(0, other.demerits - galley.demerits);
      const divided = other.lines.at(-2)?.endsWith === "hyphen" ? COST.divided : 0;
      const cost = Math.abs(more) * COST.changed + dearer * COST.demerit + divided;
      return [wayOf(slugs(other), cost, { kind: "lines", block, more })];
    });
  }

  private optionalGroup(start: number, end: number, above: Above): Piece {
    const subsets = subsetsOf(end - 1 - start);
    const [natural, ...others] = subsets.map((kept) => () => this.keeping(start, end, above, kept));
    const all = natural?.() ?? [];
    return flexible(all[0] ?? wayOf([]), () => [...all.slice(1), ...others.flatMap((ways) => ways())]);
  }

  /** The group with some of its optional blocks: the ways of its last block below those that stay. */
  private keeping(start: number, end: number, above: Above, kept: readonly boolean[]): Way[] {
    const { body } = this.article;
    let at = above;
    const slugs = kept.flatMap((keep, offset) => {
      const block = body[start + offset];
      if (!keep || block === undefined || block.kind === "paragraph") return [];
      const cast = this.caster.block(block, start + offset, at);
      at = block.kind;
      return cast;
    });
    const out = kept.filter((keep) => !keep).length;
    const dropped = start + kept.indexOf(false);
    return this.group(end - 1, end, at).ways.map((way) => ({
      ...wayOf([...slugs, ...way.slugs], way.cost + out * COST.out, way.relief),
      ...(out > 0 && { relief: { kind: "out", block: dropped } as const }),
    }));
  }

  private pulledBefore(block: Paragraph, index: number, { quotation, text }: Pulled): Way[] {
    const slug = this.caster.quotation(quotation, index, "paragraph");
    const { galley, slugs } = this.paragraph(block, index, "quotation");
    return [wayOf([slug, ...slugs(galley)], COST.pulled, { kind: "pulled", text })];
  }

  private cuts(block: Paragraph, index: number, above: Above): Way[] {
    return cutsOf(this.article, index).map(({ cut, price }) => {
      const cost = COST.cut + COST.cutCharacter * price;
      const copy = withoutCut(block.text, cut);
      if (copy.text === "") return wayOf([], cost, { kind: "cut", cut });
      const { galley, slugs } = this.paragraph(block, index, above, copy);
      return wayOf(slugs(galley), cost, { kind: "cut", cut });
    });
  }
}

function isOptional(block: Block | undefined): boolean {
  return block !== undefined && "optional" in block && block.optional === true;
}

/** All choices of what stays, the one that keeps all first. */
function subsetsOf(count: number): boolean[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, at) => (bits & (1 << at)) === 0),
  );
}

/** What the end of a divided word must at least measure to be a last line, in em. */
const REMAINDER = 2.5;

/** Whether the last line is a remainder: shorter than the style wants it, or the short end of a divided word. */
function endsShort({ lines, style }: Galley): boolean {
  const [last, before] = [lines.at(-1), lines.at(-2)];
  const least = before?.endsWith === "hyphen" ? REMAINDER * style.size : style.breaking.lastLine;
  return before !== undefined && (last?.width ?? 0) < least;
}

function loosest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ wordSpace }) => wordSpace));
}
