/** An element with its namespace resolved. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
}

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

type Prefixes = ReadonlyMap<string, string>;

interface Open {
  readonly element: XmlElement;
  readonly tag: string;
  readonly prefixes: Prefixes;
}

const DEEPEST = 200;
const BUILT_IN: Prefixes = new Map([
  ["", ""],
  ["xml", "http://www.w3.org/XML/1998/namespace"],
]);

/** What XML is made of between its text: comments, instructions, character data, tags. */
const MARKUP =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s<>=/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads XML without a document type (XML 1.0, with namespaces); a string says why it is not well-formed. */
export function parseXml(text: string): XmlElement | string {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const between = text.slice(at, next < 0 ? text.length : next);
    const fault = addText(open.at(-1)?.element, between);
    if (fault !== undefined) return fault;
    if (next < 0) break;
    MARKUP.lastIndex = next;
    const found = MARKUP.exec(text);
    if (found === null) return "has markup that is not well-formed";
    at = MARKUP.lastIndex;
    const [, data, closing, opening, attributes = "", empty] = found;
    const top = open.at(-1);
    if (data !== undefined && top) top.element.text += data;
    if (closing !== undefined && open.pop()?.tag !== closing) return `has an end tag ${closing} without its beginning`;
    if (opening === undefined) continue;
    if (root !== undefined && top === undefined) return "has two outermost elements";
    if (open.length >= DEEPEST) return `is nested deeper than ${DEEPEST}`;
    const made = makeElement(opening, attributes, top?.prefixes ?? BUILT_IN);
    if (typeof made === "string") return made;
    top?.element.children.push(made.element);
    root ??= made.element;
    if (empty !== "/") open.push(made);
  }
  const last = open.at(-1);
  if (last) return `does not close ${last.tag}`;
  return root ?? "holds no element";
}

function addText(element: XmlElement | undefined, raw: string): string | undefined {
  const text = resolveEntities(raw);
  if (text === undefined) return "has an & that begins no entity";
  if (element) element.text += text;
  else if (/[^\s\u0000]/.test(text)) return "has text outside its elements";
  return undefined;
}

function makeElement(tag: string, source: string, outer: Prefixes): Open | string {
  const pairs: (readonly [string, string])[] = [];
  for (const [, key = "", double, single = ""] of source.matchAll(ATTRIBUTE)) {
    const value = resolveEntities(double ?? single);
    if (value === undefined) return "has an & that begins no entity";
    if (pairs.some(([other]) => other === key)) return `has the attribute ${key} twice`;
    pairs.push([key, value]);
  }
  const declared = pairs.flatMap(([key, value]) =>
    key === "xmlns" ? [["", value] as const] : key.startsWith("xmlns:") ? [[key.slice(6), value] as const] : [],
  );
  const prefixes = declared.length > 0 ? new Map([...outer, ...declared]) : outer;
  const plain = pairs.filter(([key]) => key !== "xmlns" && !key.startsWith("xmlns:"));
  const named = splitName(tag, prefixes, true);
  const attributes = plain.map(([key, value]) => ({ ...splitName(key, prefixes, false), value }));
  const unknown = [named, ...attributes].find(({ namespace }) => namespace === undefined);
  if (unknown) return `has the prefix of ${unknown.name} without its namespace`;
  const element = { ...named, attributes, children: [], text: "" } as XmlElement;
  return { element, tag, prefixes };
}

function splitName(
  full: string,
  prefixes: Prefixes,
  isElement: boolean,
): { namespace: string | undefined; name: string } {
  const colon = full.indexOf(":");
  if (colon < 0) return { namespace: isElement ? (prefixes.get("") ?? "") : "", name: full };
  return { namespace: prefixes.get(full.slice(0, colon)), name: full.slice(colon + 1) };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function resolveEntities(text: string): string | undefined {
  if (!text.includes("&")) return text;
  let isBroken = false;
  const resolved = text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));|&/g, (_, decimal, hex, name) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(String(hex), 16) : undefined;
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
    const character = typeof name === "string" ? ENTITIES[name] : undefined;
    isBroken ||= character === undefined;
    return character ?? "";
  });
  return isBroken ? undefined : resolved;
}
