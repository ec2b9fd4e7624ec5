import { openWorld } from "../../src/app/workspace.ts";
import type { Article } from "../../src/article/index.ts";
import { copyFrom } from "../../src/base/index.ts";
import { openFontBook } from "../../src/galley/index.ts";
import { languageOf } from "../../src/language/index.ts";
import { makeUpPages } from "../../src/page/index.ts";
import { displayList } from "../../src/render/display/index.ts";
import { PRESS, PRESS_INKS, writePdf } from "../../src/render/pdf/index.ts";
import { readTemplate, type Template } from "../../src/template/index.ts";
import { DEFAULT_CONDITION, openPress } from "../../src/pipeline.ts";
import { PAGE, TYPE, type Order, type Paragraphs, type Setter } from "./order.ts";

const TEMPLATE = "a4-3";
const world = openWorld();
const fonts = openFontBook((file) => world.font(file));

const newsprint = openPress(world, DEFAULT_CONDITION).value;

/** Width of the face's own word space in points: what all word spaces are measured by. */
export const WORD_SPACE = fonts.face(TYPE.face).wordSpace * TYPE.size;

/** The template whose body is set in the benchmark's type. */
export function template(): Template {
  const bundled = world.template(TEMPLATE);
  const text = new TextDecoder().decode(bundled?.bytes);
  const { value } = readTemplate({ name: TEMPLATE, text }, fonts.names);
  if (value === undefined) throw new Error(`${TEMPLATE} cannot be read`);
  const { face, size, leading, indent } = value.styles.body;
  if (face !== TYPE.face || size !== TYPE.size || leading !== TYPE.leading || indent !== TYPE.indentEm * size)
    throw new Error(`the body of ${TEMPLATE} is no longer what the benchmark sets`);
  return value;
}

/** Our own setting, with the body style of the template as it stands. */
export const umbruch: Setter = {
  name: "Umbruch",
  async set({ measure, articles }: Order) {
    const files: Uint8Array[] = [];
    for (const article of articles) files.push(await setArticle(article, oneColumn(template(), measure)));
    return files;
  },
};

/** The template with a single column of a measure on a page that never ends. */
function oneColumn(from: Template, measure: number): Template {
  const { margin, depth } = PAGE;
  const height = depth - 2 * margin;
  return {
    ...from,
    page: { ...from.page, width: measure + 2 * margin, height: depth },
    typeArea: { x: margin, y: margin, width: measure, height },
    grid: {
      ...from.grid,
      columns: 1,
      columnWidth: measure,
      gutter: 0,
      first: margin + from.grid.leading,
      rows: Math.floor(height / from.grid.leading) - 1,
    },
    composition: { ...from.composition, columns: [1] },
  };
}

async function setArticle({ name, paragraphs }: Paragraphs, template: Template): Promise<Uint8Array> {
  const heading = { name, text: "Spalte" };
  const title = copyFrom(heading, 0, heading.text.length);
  const article: Article = {
    id: name,
    source: heading,
    language: "de-AT",
    section: title,
    headline: title,
    body: paragraphs.map((text) => ({ kind: "paragraph", text })),
    pictures: [],
    changes: [],
  };
  const setter = { fonts, language: languageOf("de-AT") };
  const { pages } = makeUpPages({ article, template, setter, pixels: [] }).value;
  if (pages.length !== 1) throw new Error(`${name} takes ${pages.length} pages`);
  if (newsprint === undefined) throw new Error(`${DEFAULT_CONDITION} cannot be read`);
  const list = displayList(pages, { title: name, language: "de-AT" });
  const resources = {
    face: (face: string) => fonts.face(face),
    picture: () => undefined,
    intent: newsprint.condition.outputIntent,
    profile: newsprint.profile,
    standards: PRESS,
    inks: PRESS_INKS,
    metadata: { title: name, subject: "", language: "de-AT", date: "2025-01-01" },
  };
  return writePdf(list, resources);
}
