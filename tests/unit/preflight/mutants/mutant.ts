import { at } from "../../../support/pdf/good-file.ts";
import { asDict, type Editor } from "../../../support/pdf/mutate.ts";
import { dict, name, type Dict, type Ref, type Value } from "../../../support/pdf/values.ts";

/** One fault in an otherwise good file. */
export interface Mutant {
  /** Goes on from "a file that …". */
  readonly that: string;
  /** The rule that must find it. */
  readonly rule: string;
  /** Changes the file taken apart. */
  readonly change?: (file: Editor) => void;
  /** Changes the bytes, after that. */
  readonly damage?: (bytes: Buffer) => Buffer;
  /** How the print condition differs for which the good file is made, and by which it is judged. */
  readonly condition?: object;
  /** How the condition differs by which the file is judged alone. */
  readonly judgedBy?: object;
  /** Rules that cannot but speak as well, because the one fault breaks them too. */
  readonly also?: readonly string[];
}

/** Puts marks at the end of the page, as an artifact. */
export function paint(content: string): (file: Editor) => void {
  return (file) => file.content((before) => `${before}/Artifact BMC\nq ${content} Q\nEMC\n`);
}

/** Replaces text in the page's content. */
export function rewrite(from: string | RegExp, to: string): (file: Editor) => void {
  return (file) => file.content((before) => before.replace(from, to));
}

/** Replaces text in the metadata. */
export function restate(from: string | RegExp, to: string): (file: Editor) => void {
  return (file) => file.metadata((before) => before.replace(from, to));
}

/** Sets a key of the dictionary on a way from the trailer; undefined takes it out. */
export function put(way: readonly (string | number)[], key: string, value: Value | undefined): (file: Editor) => void {
  return (file) => set(file.dict(...way), key, value);
}

export function set(target: Dict, key: string, value: Value | undefined): void {
  if (value === undefined) {
    if (!target.delete(key)) throw new Error(`there is no ${key} to take out`);
  } else target.set(key, value);
}

export const PAGE = ["Root", "Pages", "Kids", 0] as const;

/** Gives the page a resource and paints with it. */
export function paintWith(kind: string, label: string, make: (file: Editor) => Value, content: string) {
  return (file: Editor): void => {
    file.resources(kind).set(label, make(file));
    paint(content)(file);
  };
}

/** A square of 10 mm in the free middle of the page. */
export const SQUARE = `${at(90, 95)} 28.346 28.346 re f`;

/** A form XObject with these entries, a square of 10 points. */
export function form(
  file: Editor,
  entries: Readonly<Record<string, Value>>,
  content = "0 0 0 0.5 k 0 0 10 10 re f",
): Ref {
  const head = { Type: name("XObject"), Subtype: name("Form"), BBox: [0, 0, 10, 10], Resources: dict({}) };
  return file.add(dict({ ...head, ...entries }), content);
}

/** A CMYK picture of so many pixels, grey; or of samples that are given. */
export function picture(
  file: Editor,
  pixels: number,
  entries: Readonly<Record<string, Value>> = {},
  samples?: Buffer,
): Ref {
  const head = { Type: name("XObject"), Subtype: name("Image"), Width: pixels, Height: pixels };
  const space = { ColorSpace: name("DeviceCMYK"), BitsPerComponent: 8 };
  const components = (entries["ColorSpace"] as { name?: string } | undefined)?.name === "DeviceRGB" ? 3 : 4;
  const grey = Buffer.alloc(pixels * pixels * components, 60);
  return file.add(dict({ ...head, ...space, ...entries }), samples ?? grey);
}

/** Draws the XObject X in a square of so many millimetres. */
export function draw(millimetres: number): string {
  const side = ((millimetres * 72) / 25.4).toFixed(3);
  return `${side} 0 0 ${side} ${at(90, 90)} cm /X Do`;
}

/** The object that the good file's picture is. */
export function goodPicture(file: Editor): Dict {
  return asDict(file.follow(file.resources("XObject").get("Picture")));
}

/** A function that turns one tint into CMYK. */
export function tint(...full: readonly number[]): Dict {
  return dict({ FunctionType: 2, Domain: [0, 1], C0: full.map(() => 0), C1: [...full], N: 1 });
}

export function separation(ink: string, alternate: string, ...full: readonly number[]): Value[] {
  return [name("Separation"), name(ink), name(alternate), tint(...full)];
}
