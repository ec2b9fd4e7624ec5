import { EMPTY_DICT, isKind, type PdfDict, type PdfFile, type PdfObject, type PdfStream } from "../reader/index.ts";
import { openFunction, type PdfFunction } from "./pdf-function.ts";

/** A colour space (ISO 32000-1, 8.6). */
export type ColourSpace =
  | { readonly kind: "gray" | "rgb" | "cmyk"; readonly components: 1 | 3 | 4 }
  | { readonly kind: "calgray" | "calrgb" | "lab"; readonly components: 1 | 3 }
  | { readonly kind: "icc"; readonly components: number; readonly profile: PdfStream }
  | { readonly kind: "indexed"; readonly components: 1; readonly base: ColourSpace; readonly table: Uint8Array }
  | Inked
  | { readonly kind: "pattern"; readonly components: number; readonly base?: ColourSpace };

/** Separation and DeviceN: plates by name. */
export interface Inked {
  readonly kind: "inked";
  readonly components: number;
  readonly names: readonly string[];
  readonly alternate: ColourSpace;
  /** To the alternate space; undefined when it cannot be computed. */
  readonly tint: PdfFunction | undefined;
  /** Tells definitions of one ink apart. */
  readonly definition: string;
}

export const DEVICE_GRAY: ColourSpace = { kind: "gray", components: 1 };
export const DEVICE_RGB: ColourSpace = { kind: "rgb", components: 3 };
export const DEVICE_CMYK: ColourSpace = { kind: "cmyk", components: 4 };

const DEVICE: Readonly<Record<string, ColourSpace>> = {
  DeviceGray: DEVICE_GRAY,
  G: DEVICE_GRAY,
  DeviceRGB: DEVICE_RGB,
  RGB: DEVICE_RGB,
  DeviceCMYK: DEVICE_CMYK,
  CMYK: DEVICE_CMYK,
};

const DEFAULTS: Readonly<Record<string, string>> = { gray: "DefaultGray", rgb: "DefaultRGB", cmyk: "DefaultCMYK" };
const DEEPEST = 6;

/** Reads the colour spaces of a file, each once. */
export class ColourSpaces {
  readonly #file: PdfFile;
  readonly #known = new Map<PdfObject, ColourSpace | undefined>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** The space that an object is or that `resources` call by this name; a device space may be replaced by a default there. */
  open(object: PdfObject | undefined, resources: PdfDict = EMPTY_DICT): ColourSpace | undefined {
    const named = this.#file.dict(resources.entries.get("ColorSpace")) ?? EMPTY_DICT;
    const given = this.#file.resolve(object);
    if (!isKind(given, "name")) return this.#read(given, named, 0);
    const own = named.entries.get(given.name);
    const device = DEVICE[given.name];
    if (device) return this.#replaced(device, named);
    if (given.name === "Pattern") return { kind: "pattern", components: 0 };
    return own === undefined ? undefined : this.#read(this.#file.resolve(own), named, 0);
  }

  /** A device space, or the default that stands for it (ISO 32000-1, 8.6.5.6). */
  device(kind: "gray" | "rgb" | "cmyk", resources: PdfDict): ColourSpace {
    const named = this.#file.dict(resources.entries.get("ColorSpace")) ?? EMPTY_DICT;
    return this.#replaced({ gray: DEVICE_GRAY, rgb: DEVICE_RGB, cmyk: DEVICE_CMYK }[kind], named);
  }

  #replaced(device: ColourSpace, named: PdfDict): ColourSpace {
    const substitute = named.entries.get(DEFAULTS[device.kind] ?? "");
    if (substitute === undefined) return device;
    const space = this.#read(this.#file.resolve(substitute), EMPTY_DICT, 0);
    return space?.components === device.components ? space : device;
  }

  #read(object: PdfObject, named: PdfDict, depth: number): ColourSpace | undefined {
    if (depth > DEEPEST) {
      this.#file.note("a colour space that rests on itself, or on too many others");
      return undefined;
    }
    if (isKind(object, "name")) {
      const device = DEVICE[object.name];
      if (device) return this.#replaced(device, named);
      return object.name === "Pattern" ? { kind: "pattern", components: 0 } : undefined;
    }
    if (!isKind(object, "array")) return undefined;
    if (this.#known.has(object)) return this.#known.get(object);
    const space = this.#readArray(object.items, named, depth);
    this.#known.set(object, space);
    return space;
  }

  #readArray(items: readonly PdfObject[], named: PdfDict, depth: number): ColourSpace | undefined {
    const file = this.#file;
    const [family, second, third, fourth] = items;
    const inner = (object: PdfObject | undefined) => this.#read(file.resolve(object), named, depth + 1);
    switch (file.name(family)) {
      case "DeviceGray":
      case "DeviceRGB":
      case "DeviceCMYK":
        return inner(family);
      case "CalGray":
        return { kind: "calgray", components: 1 };
      case "CalRGB":
        return { kind: "calrgb", components: 3 };
      case "Lab":
        return { kind: "lab", components: 3 };
      case "ICCBased":
        return this.#icc(file.stream(second));
      case "Indexed":
      case "I": {
        const base = inner(second);
        return base && { kind: "indexed", components: 1, base, table: this.#table(fourth) };
      }
      case "Pattern": {
        const base = second === undefined ? undefined : inner(second);
        return { kind: "pattern", components: base?.components ?? 0, ...(base && { base }) };
      }
      case "Separation":
        return this.#inked([file.name(second) ?? ""], third, fourth, inner);
      case "DeviceN":
        return this.#inked(file.array(second)?.map((one) => file.name(one) ?? "") ?? [], third, fourth, inner);
      default:
        return undefined;
    }
  }

  #icc(profile: PdfStream | undefined): ColourSpace | undefined {
    if (profile === undefined) return undefined;
    return { kind: "icc", components: this.#file.number(profile.dict.entries.get("N")) ?? 0, profile };
  }

  #table(object: PdfObject | undefined): Uint8Array {
    const stream = this.#file.stream(object);
    if (stream) return this.#file.decode(stream).bytes;
    return Uint8Array.from(this.#file.string(object) ?? "", (character) => character.charCodeAt(0));
  }

  #inked(
    names: readonly string[],
    alternate: PdfObject | undefined,
    tint: PdfObject | undefined,
    inner: (object: PdfObject | undefined) => ColourSpace | undefined,
  ): ColourSpace | undefined {
    const space = inner(alternate);
    if (names.length === 0 || names.length > 32 || space === undefined) return undefined;
    const compute = openFunction(this.#file, tint);
    const solid = compute?.(names.map(() => 1))?.map((value) => value.toFixed(3)) ?? ["?"];
    const definition = `${space.kind} ${solid.join(" ")}`;
    return { kind: "inked", components: names.length, names, alternate: space, tint: compute, definition };
  }
}

/** A colour space in the words of a report. */
export function spaceName(space: ColourSpace): string {
  switch (space.kind) {
    case "gray":
      return "DeviceGray";
    case "rgb":
      return "DeviceRGB";
    case "cmyk":
      return "DeviceCMYK";
    case "calgray":
      return "CalGray";
    case "calrgb":
      return "CalRGB";
    case "lab":
      return "Lab";
    case "icc":
      return `ICCBased ${ICC_NAMES[space.components] ?? `of ${space.components} components`}`;
    case "indexed":
      return `Indexed ${spaceName(space.base)}`;
    case "inked":
      return space.names.join(" + ");
    case "pattern":
      return "Pattern";
  }
}

const ICC_NAMES: Readonly<Record<number, string>> = { 1: "gray", 3: "RGB", 4: "CMYK" };
